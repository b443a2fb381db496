import * as fs from 'node:fs';
import * as path from 'node:path';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { browserLayout } from './browserFiles';
import type { Install } from './install';

const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
];

/**
 * Starts a headless browser: the one of `VSCODE_TEST_BROWSER`, else the bundled Chromium, else one that the machine
 * has.
 */
export async function launchBrowser(install: Pick<Install, 'browserFolder'>): Promise<Browser> {
  const failures: string[] = [];
  for (const [name, options] of candidates(install)) {
    try {
      return await chromium.launch({ args: quiet, ...options });
    } catch (error) {
      failures.push(`${name}: ${firstLine(error)}`);
    }
  }
  const tried = failures.map((failure) => `\n  - ${failure}`).join('');
  throw new Error(
    `No browser could be started: install Chrome or Edge, or name one in VSCODE_TEST_BROWSER. Tried:${tried}`,
  );
}

function candidates(install: Pick<Install, 'browserFolder'>): [name: string, options: LaunchOptions][] {
  const named = process.env.VSCODE_TEST_BROWSER;
  if (named) {
    return [[named, { executablePath: named }]];
  }
  const found: [string, LaunchOptions][] = [];
  if (install.browserFolder) {
    found.push(['bundled Chromium', bundled(install.browserFolder)]);
  }
  found.push(['Chrome', { channel: 'chrome' }], ['Edge', { channel: 'msedge' }]);
  if (fs.existsSync('/usr/bin/chromium')) {
    found.push(['/usr/bin/chromium', { executablePath: '/usr/bin/chromium' }]);
  }
  return found;
}

function bundled(folder: string): LaunchOptions {
  const libraries = [path.join(folder, browserLayout.libraries), process.env.LD_LIBRARY_PATH].filter(Boolean);
  return {
    executablePath: path.join(folder, browserLayout.executable),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: libraries.join(':'),
      FONTCONFIG_FILE: path.join(folder, browserLayout.fontConfig),
    },
  };
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}
