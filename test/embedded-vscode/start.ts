// Opens VS Code with the built VSIX on samples/, to try the extension by hand.
// Usage: start.js [--desktop] [--no-open] [--locale zh-cn] [--vsix FILE] [FOLDER]
import { spawn, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { installVSCode } from './install';
import { repoRoot } from './paths';
import { installVsix, startServer } from './server';
import { quietSettings } from './settings';
import { findVsix } from './vsix';

interface Options {
  readonly vsix: string;
  readonly folder: string;
  readonly open: boolean;
  readonly locale: string | undefined;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    allowNegative: true,
    options: {
      desktop: { type: 'boolean', default: false },
      open: { type: 'boolean', default: true },
      locale: { type: 'string' },
      vsix: { type: 'string' },
    },
  });
  const options: Options = {
    vsix: findVsix(values.vsix),
    folder: path.resolve(positionals[0] ?? path.join(repoRoot, 'samples')),
    open: values.open,
    locale: values.locale,
  };
  if (!fs.existsSync(options.folder)) {
    throw new Error(`There is no folder at ${options.folder}: name the one to open.`);
  }
  if (values.desktop) {
    startDesktop(options);
  } else {
    await startEmbedded(options);
  }
}

function startDesktop({ vsix, folder, locale }: Options): void {
  code(['--install-extension', vsix, '--force']);
  code([folder, ...(locale ? ['--locale', locale] : [])]);
}

function code(args: readonly string[]): void {
  const shell = process.platform === 'win32';
  const quoted = shell ? args.map((arg) => `"${arg}"`) : args;
  const { error, status } = spawnSync('code', quoted, { stdio: 'inherit', shell });
  // Exit codes 9009 and 1 of a Windows shell and ENOENT elsewhere say that there is no such program.
  if (error || status === 9009) {
    throw new Error('VS Code\'s program "code" was not found in PATH: install VS Code, or run without --desktop.');
  }
  if (status !== 0) {
    throw new Error(`"code ${args.join(' ')}" ended with exit code ${status}: see its messages above.`);
  }
}

async function startEmbedded({ vsix, folder, open, locale }: Options): Promise<void> {
  const install = await installVSCode();
  const base = fs.mkdtempSync(path.join(os.tmpdir(), 'vscode-start-'));
  process.once('exit', () => fs.rmSync(base, { recursive: true, force: true, maxRetries: 5 }));
  const dirs = { extensionsDir: path.join(base, 'extensions'), userDataDir: path.join(base, 'data') };
  writeSettings(dirs.userDataDir);
  await installVsix(install, vsix, dirs);
  const server = await startServer({ install, ...dirs, locale });
  const url = server.url(folder, [['skipWelcome', 'true']]);
  console.log(`\nVS Code with ${path.basename(vsix)} is open at\n\n  ${url}\n\nPress Ctrl-C to end it.`);
  if (open) {
    openInBrowser(url);
  }
  await Promise.race([interruption(), server.ended]);
  await server.stop();
}

/** Machine settings hold whatever the user changes in the window. */
function writeSettings(userDataDir: string): void {
  const folder = path.join(userDataDir, 'Machine');
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(quietSettings, null, 2));
}

function interruption(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => resolve());
    }
    if (process.env.npm_lifecycle_event !== undefined) {
      // A signal to npm ends the shell that started this, which does not pass it on.
      const shell = process.ppid;
      setInterval(() => process.ppid !== shell && resolve(), 500).unref();
    }
  });
}

function openInBrowser(url: string): void {
  const [program, ...args] = opener();
  // cmd takes & for the end of a command.
  const address = process.platform === 'win32' ? url.replace(/&/g, '^&') : url;
  const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => console.log('No browser could be opened: open the address above by hand.'));
  child.unref();
}

function opener(): [string, ...string[]] {
  switch (process.platform) {
    case 'win32':
      return ['cmd', '/c', 'start', '""'];
    case 'darwin':
      return ['open'];
    default:
      return ['xdg-open'];
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
