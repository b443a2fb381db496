import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { unpackBrowser } from './browserFiles';
import { replaceNativeModules } from './nativeModules';
import { downloads } from './paths';
import { bundledNode, bundlesBrowser, installName, neededPackages, vscodeVersion } from './pins';

/** A finished install of VS Code. */
export interface Install {
  /** VS Code's server, as Node runs it. */
  readonly serverMain: string;
  /** The Node that runs it. */
  readonly node: string;
  /** The folder with Chromium, its libraries and fonts; absent where the machine's own browser is used. */
  readonly browserFolder: string | undefined;
}

const npmFlags = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/** Installs VS Code from the npm registry on first use; later calls find it and return at once. */
export async function installVSCode(): Promise<Install> {
  const target = path.join(downloads, installName());
  if (!fs.existsSync(target)) {
    await installInto(target);
  }
  const node = bundledNode();
  return {
    node: node === undefined ? process.execPath : path.join(target, node),
    serverMain: path.join(target, 'node_modules/code-server/lib/vscode/out/server-main.js'),
    browserFolder: bundlesBrowser ? path.join(target, 'chromium') : undefined,
  };
}

async function installInto(target: string): Promise<void> {
  const started = Date.now();
  fs.mkdirSync(downloads, { recursive: true });
  removeAbandoned();
  // Only a rename makes the install visible: one that breaks off is never used, and of two at a time the first wins.
  const draft = fs.mkdtempSync(path.join(downloads, `installing-${process.pid}-`));
  try {
    await fill(draft);
    try {
      fs.renameSync(draft, target);
    } catch (error) {
      if (!fs.existsSync(target)) {
        throw error;
      }
    }
    say(`VS Code ${vscodeVersion} is ready (${Math.round((Date.now() - started) / 1000)} s).`);
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
}

async function fill(draft: string): Promise<void> {
  const manifest = { private: true, dependencies: neededPackages() };
  fs.writeFileSync(path.join(draft, 'package.json'), JSON.stringify(manifest, null, 2));
  say(`Installing VS Code ${vscodeVersion} from the npm registry into .vscode-test (about 500 MB, first time only) …`);
  await npm(draft, npmFlags);
  const vscode = path.join(draft, 'node_modules/code-server/lib/vscode');
  say("Installing VS Code's own packages …");
  await npm(vscode, [...npmFlags, '--omit=dev']);
  await npm(path.join(vscode, 'extensions'), [...npmFlags, '--omit=dev']);
  replaceNativeModules(vscode);
  addRipgrep(draft, vscode);
  if (bundlesBrowser) {
    say('Unpacking Chromium …');
    await unpackBrowser(draft);
  }
}

/**
 * VS Code's file search needs a binary that its own install script would download; the npm registry has it as a
 * package.
 */
function addRipgrep(draft: string, vscode: string): void {
  const binary = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const from = path.join(draft, `node_modules/@vscode/ripgrep-${process.platform}-${process.arch}/bin`, binary);
  const to = path.join(vscode, 'node_modules/@vscode/ripgrep/bin', binary);
  if (!fs.existsSync(from)) {
    say(`The npm registry has no ripgrep for ${process.platform} ${process.arch}: file search will find nothing.`);
    return;
  }
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.copyFileSync(from, to);
  fs.chmodSync(to, 0o755);
}

function npm(cwd: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    // npm is a script on Windows, which only a shell can start.
    const shell = process.platform === 'win32';
    const child = spawn('npm', args, { cwd, shell, env: cleanEnvironment(), stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.on('error', (error) =>
      reject(new Error(`npm could not be started (${error.message}): install Node.js with npm.`)),
    );
    child.on('close', (code) => {
      if (code === 0) {
        resolve();
      } else {
        reject(
          new Error(
            `npm install failed in ${cwd} with exit code ${code}: check the npm registry and run again.\n${said}`,
          ),
        );
      }
    });
  });
}

/**
 * Under `npm run`, npm hands its own project's settings down as variables, which would redirect an install elsewhere.
 */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const dropped = /^npm_(config_(global|prefix|local_prefix|omit|include|production)|package_|lifecycle_)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !dropped.test(name)));
}

/** Removes what broken-off installs left. */
function removeAbandoned(): void {
  for (const name of fs.readdirSync(downloads)) {
    const owner = /^installing-(\d+)-/.exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) {
      try {
        fs.rmSync(path.join(downloads, name), { recursive: true, force: true });
      } catch {
        // Its npm may still be writing; the next install removes the rest.
      }
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function say(line: string): void {
  console.log(`[vscode] ${line}`);
}

if (require.main === module) {
  installVSCode().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
