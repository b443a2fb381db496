import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { version } from '../../package.json';
import { namesTransport } from '../../server/src/lsp/usage';
import { serverModule } from '../support/languageServer';

describe('language server: arguments', () => {
  const start = (...args: string[]): { status: number | null; stdout: string; stderr: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [serverModule, ...args], {
      encoding: 'utf8',
      timeout: 60_000,
    });
    return { status, stdout, stderr };
  };
  const { stdout: usage } = start('--help');

  it('prints its usage with --help and -h, even beside a transport', () => {
    assert.match(usage, /^Usage: api-response-language-server TRANSPORT$/m);
    assert.deepEqual(
      [...usage.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, name]) => name),
      ['--stdio', '--node-ipc', '--socket', '--pipe'],
    );
    assert.deepEqual(start('--stdio', '-h'), { status: 0, stdout: usage, stderr: '' });
  });

  it('prints its version', () => {
    assert.deepEqual(start('--version'), { status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('prints its usage when started without a transport', () => {
    assert.deepEqual(start('--clientProcessId=1'), { status: 2, stdout: '', stderr: usage });
  });

  it('may name a transport with a value that can be used, among arguments of the editor', () => {
    const named = ['--stdio', '--socket=6009', '--socket 6009', '--pipe=/tmp/p', '--pipe /tmp/p', '--x --stdio --y=1'];
    const others = ['', '--x', 'stdio', '--socket', '--socket=', '--socket=x', '--socket=70000', '--pipe', '--pipe='];
    const split = (args: string): string[] => args.split(' ').filter((arg) => arg !== '');
    assert.deepEqual(
      [...named, ...others].filter((args) => namesTransport(split(args))),
      named,
    );
    // This process may have been forked itself.
    assert.equal(namesTransport(['--node-ipc']), process.send !== undefined);
  });
});
