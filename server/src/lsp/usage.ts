/** What `--help` prints. */
export const usage = `api-response-language-server: explains and checks Tencent Cloud API responses in editors, offline.

Usage: api-response-language-server TRANSPORT

Editors start it and speak the Language Server Protocol with it. TRANSPORT is one of:
  --stdio        standard input and output
  --node-ipc     the channel of the Node process that forks it
  --socket=PORT  a TCP port of this machine, on which the editor listens
  --pipe=NAME    a named pipe or a Unix socket, on which the editor listens

Others: -h, --help, --version

docs/editors.md beside it says how to set up an editor.
`;

/** Whether the arguments name a transport that can be used. Editors may pass further arguments of their own. */
export function namesTransport(args: readonly string[]): boolean {
  return args.some((arg, index) => {
    const [name, value = args[index + 1]] = arg.split('=', 2);
    switch (name) {
      case '--stdio':
        return true;
      case '--node-ipc':
        return process.send !== undefined;
      case '--socket':
        return Number(value) > 0 && Number(value) < 65_536;
      case '--pipe':
        return value !== undefined && value !== '';
      default:
        return false;
    }
  });
}
