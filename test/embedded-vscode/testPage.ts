import { formatWithOptions } from 'node:util';
import type { Browser } from 'playwright-core';

/** How to run tests in a page. */
export interface TestPageOptions {
  readonly browser: Browser;
  readonly locale?: string | undefined;
  /** Takes what the extension host logs: the method of `console`, and its arguments. */
  readonly print: (type: string, args: readonly unknown[]) => void;
}

const runLimit = Number(process.env.VSCODE_TEST_TIMEOUT ?? 15 * 60) * 1000;

/** Opens a page whose address names an extension's tests, and returns their exit code. */
export async function runTestsAt(url: string, { browser, locale, print }: TestPageOptions): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: locale ?? 'en-US' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<number>((resolve, reject) => {
      const fail = (what: string): void =>
        reject(new Error(`The test window ${what} before the tests ended: see the output above.`));
      timer = setTimeout(() => fail(`was stopped after ${runLimit / 1000} s (VSCODE_TEST_TIMEOUT)`), runLimit);
      page.on('crash', () => fail('crashed')).on('close', () => fail('was closed'));
      browser.on('disconnected', () => fail('lost its browser'));
      process.once('SIGINT', () => fail('was interrupted')).once('SIGTERM', () => fail('was ended'));
      const open = async (): Promise<void> => {
        await page.exposeFunction('codeAutomationLog', print);
        await page.exposeFunction('codeAutomationExit', (code: number) => resolve(code));
        // A window of VS Code for the Web goes on loading for as long as it is open.
        await page.goto(url, { waitUntil: 'commit' });
      };
      open().catch(reject);
    });
  } finally {
    clearTimeout(timer);
  }
}

// What the window itself says at every start, of no use to the reader of a test report.
const noise = new RegExp(
  `^(${[
    'Resolv(ing|ed) connection token',
    'Creating a socket',
    'Updating additional builtin',
    'Ignoring fetching additional builtin',
    'Found additional builtin location',
    'Loading development extension',
    'Request to .*/package.nls.json',
    'Ignoring the error while validating workspace folder',
    'ENOPRO: No file system provider',
    'vscode-test-web-support',
    'ChatSessionStore',
    '\\[Service Worker\\]',
    '\\[AgentHost',
    '\\[AccountPolicyGate\\]',
  ].join('|')})`,
);

/** Prints what the extension host logs, such as the report of the tests. */
export function printLog(type: string, args: readonly unknown[]): void {
  const text = formatWithOptions({ colors: process.stdout.isTTY }, ...args);
  if (!noise.test(text)) {
    console.log(type === 'error' || type === 'warn' ? `${type}: ${text}` : text);
  }
}
