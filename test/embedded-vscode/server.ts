import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Install } from './install';
import { addEmptyLanguagePack } from './language';
import { notingPrograms } from './programs';

/** How to start VS Code's server. */
export interface ServerOptions {
  readonly install: Install;
  readonly extensionsDir: string;
  /** Settings, state and logs, laid out as on a desktop: `User/settings.json` holds the user's settings. */
  readonly userDataDir: string;
  /** Whether folders may be untrusted; without it every folder is trusted, as in test runs of the desktop. */
  readonly workspaceTrust?: boolean;
  /** Display language of extensions, such as `zh-cn`; VS Code's own texts stay English. */
  readonly locale?: string | undefined;
}

/** A running server. */
export interface Server {
  /** The address that opens a folder; `payload` holds VS Code's own settings of the window. */
  url(folder: string, payload?: readonly (readonly [string, string])[]): string;
  /** A file's address as the window sees it. */
  remoteUri(file: string): string;
  /** Settles when the server has ended, by `stop` or by itself. */
  readonly ended: Promise<void>;
  /** Ends the server and everything it started. */
  stop(): Promise<void>;
}

const readyLine = /Extension host agent listening on (\d+)/;
const startLimit = 60_000;

/** Starts VS Code's server on a free port of this machine and waits until it answers. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const locale = options.locale?.toLowerCase();
  if (locale !== undefined) {
    addEmptyLanguagePack(options.userDataDir, locale);
  }
  // Web pages can reach local ports, so only those who know the token get in.
  const token = randomBytes(16).toString('hex');
  const child = spawnServer(options, [
    options.install.serverMain,
    '--host=127.0.0.1',
    '--port=0',
    `--connection-token=${token}`,
    '--accept-server-license-terms',
    '--enable-smoke-test-driver',
    '--disable-telemetry',
    '--disable-getting-started-override',
    `--extensions-dir=${options.extensionsDir}`,
    `--user-data-dir=${options.userDataDir}`,
    `--server-data-dir=${options.userDataDir}`,
    ...(options.workspaceTrust ? [] : ['--disable-workspace-trust']),
    ...(locale === undefined ? [] : [`--locale=${locale}`]),
  ]);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const port = await whenReady(child);
  const authority = `127.0.0.1:${port}`;
  return {
    url(folder, payload = []) {
      const query = new URLSearchParams({ tkn: token, folder: uriPath(folder) });
      if (payload.length > 0) {
        query.set('payload', JSON.stringify(payload));
      }
      return `http://${authority}/?${query.toString()}`;
    },
    remoteUri: (file) => `vscode-remote://${authority}${pathToFileURL(path.resolve(file)).pathname}`,
    ended,
    stop: () => stop(child),
  };
}

/** Runs the server's program for its command line, such as installing an extension, and returns its exit code. */
function runServerCommand(install: Install, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const all = [install.serverMain, '--accept-server-license-terms', ...args];
    const child = spawn(install.node, all, { env: serverEnvironment(), stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Installs a VSIX into an extensions folder. */
export async function installVsix(
  install: Install,
  vsix: string,
  dirs: { extensionsDir: string; userDataDir: string },
): Promise<void> {
  const folders = [
    `--extensions-dir=${dirs.extensionsDir}`,
    `--user-data-dir=${dirs.userDataDir}`,
    `--server-data-dir=${dirs.userDataDir}`,
  ];
  const code = await runServerCommand(install, ['--install-extension', path.resolve(vsix), '--force', ...folders]);
  if (code !== 0) {
    throw new Error(`VS Code could not install ${vsix} (exit code ${code}): see its messages above.`);
  }
}

function spawnServer({ install, userDataDir }: ServerOptions, args: readonly string[]): ChildProcess {
  return spawn(install.node, [path.join(__dirname, 'guard.js'), ...args], {
    env: { ...serverEnvironment(), ...socketFolder(userDataDir), ...notingPrograms(userDataDir) },
    stdio: ['pipe', 'pipe', 'pipe'],
    // Its own process group, so that extension hosts and language servers end with it.
    detached: process.platform !== 'win32',
  });
}

/**
 * Variables that a surrounding VS Code (its terminal, its tests) sets would make the server behave as a part of that
 * one.
 */
function serverEnvironment(): NodeJS.ProcessEnv {
  const dropped = /^(VSCODE_(?!TEST)|ELECTRON_RUN_AS_NODE$|NODE_OPTIONS$)/;
  const kept = Object.entries(process.env).filter(([name]) => !dropped.test(name));
  // An empty gallery: without it the window asks a marketplace on the internet about every installed extension.
  return { ...Object.fromEntries(kept), EXTENSIONS_GALLERY: '{}' };
}

/**
 * On Linux, extension hosts leave their sockets in this folder, which is removed with the data; a long path would not
 * fit a socket's name.
 */
function socketFolder(userDataDir: string): NodeJS.ProcessEnv {
  if (process.platform !== 'linux' || userDataDir.length > 50) {
    return {};
  }
  fs.mkdirSync(userDataDir, { recursive: true });
  return { XDG_RUNTIME_DIR: userDataDir };
}

function whenReady(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (what: string): void => {
      clearTimeout(timer);
      void stop(child);
      reject(new Error(`VS Code's server ${what}: delete .vscode-test and run again.\n${said}`));
    };
    const timer = setTimeout(() => fail(`was not ready within ${startLimit / 1000} s`), startLimit);
    const read = (text: string): void => {
      // Kept short: the server goes on talking for as long as it runs.
      said = (said + text).slice(-4_000);
      const port = readyLine.exec(said)?.[1];
      if (port !== undefined) {
        clearTimeout(timer);
        resolve(Number(port));
      }
    };
    child.stdout?.setEncoding('utf8').on('data', read);
    child.stderr?.setEncoding('utf8').on('data', read);
    child.on('error', (error) => fail(`could not be started (${error.message})`));
    child.on('exit', (code) => fail(`ended with exit code ${code}`));
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      resolve();
      return;
    }
    child.once('exit', () => resolve());
    // The guard ends the whole group when this pipe closes.
    child.stdin?.end();
  });
}

function uriPath(file: string): string {
  return decodeURIComponent(pathToFileURL(path.resolve(file)).pathname);
}
