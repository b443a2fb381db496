import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../browser';
import { installVSCode } from '../install';
import { runningPrograms, type RunningProgram } from '../programs';
import { installVsix, startServer, type Server } from '../server';
import { testSettings } from '../settings';
import { Editor } from './editor';
import { Messages } from './messages';
import { Quick } from './quick';
import { Terminal } from './terminal';
import { waitUntil } from './waits';

/** How to open a window. */
export interface WindowOptions {
  /** The folder to open; it is not copied, so hand over a copy if the test changes files. */
  readonly folder: string;
  /** The VSIX to install; without it VS Code is bare. */
  readonly vsix?: string | undefined;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** `false` opens the folder in restricted mode; otherwise it is trusted. */
  readonly trust?: boolean;
  /** A folder with one more extension, which is run as it lies there. */
  readonly extension?: string;
  /** User settings on top of the quiet ones of the tests. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Display language of extensions, such as `zh-cn`; VS Code's own texts stay English. */
  readonly locale?: string;
}

/**
 * Opens a real VS Code window, without a tests path, so that clipboard, toasts, dialogs and trust are the real ones.
 */
export async function openWindow(options: WindowOptions): Promise<Window> {
  const install = await installVSCode();
  const base = fs.mkdtempSync(path.join(os.tmpdir(), 'vscode-window-'));
  const parts: Parts = { base };
  try {
    const dirs = { extensionsDir: path.join(base, 'extensions'), userDataDir: dataIn(base) };
    fs.mkdirSync(path.join(dirs.userDataDir, 'User'), { recursive: true });
    const settings = { ...testSettings, ...options.settings };
    fs.writeFileSync(path.join(dirs.userDataDir, 'User/settings.json'), JSON.stringify(settings, null, 2));
    if (options.vsix !== undefined) {
      await installVsix(install, options.vsix, dirs);
    }
    parts.server = await startServer({
      install,
      ...dirs,
      workspaceTrust: options.trust === false,
      locale: options.locale,
    });
    parts.browser = await launchBrowser(install);
    const viewport = options.viewport ?? { width: 1280, height: 900 };
    const context = await parts.browser.newContext({ viewport, locale: options.locale ?? 'en-US' });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const payload: [string, string][] = [['skipWelcome', 'true']];
    if (options.extension !== undefined) {
      payload.push(['extensionDevelopmentPath', parts.server.remoteUri(options.extension)]);
    }
    const page = await openPage(context, parts.server.url(options.folder, payload));
    return new Window(page, parts);
  } catch (error) {
    await disposeParts(parts);
    throw error;
  }
}

/** Where VS Code keeps settings, state and logs. */
function dataIn(base: string): string {
  return path.join(base, 'data');
}

interface Parts {
  readonly base: string;
  server?: Server;
  browser?: Browser;
}

async function openPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(url);
  await whenRestored(page);
  return page;
}

/** The driver that --enable-smoke-test-driver adds says when editors and views of the last session are back. */
async function whenRestored(page: Page): Promise<void> {
  await page.locator('.monaco-workbench').waitFor();
  await page.waitForFunction('window.driver !== undefined');
  await page.evaluate('window.driver.whenWorkbenchRestored()');
}

async function disposeParts(parts: Parts): Promise<void> {
  await parts.browser?.close();
  await parts.server?.stop();
  fs.rmSync(parts.base, { recursive: true, force: true, maxRetries: 5 });
}

/** A VS Code window, driven as a user would: by keyboard, mouse and what is on the screen. */
export class Window {
  /** Palette, quick open and every other list that drops from the top. */
  readonly quick: Quick;
  /** The active editor. */
  readonly editor: Editor;
  /** Toasts, dialogs, status bar and the Problems panel. */
  readonly messages: Messages;
  readonly terminal: Terminal;

  constructor(
    /** Playwright's page, for what is missing here. */
    readonly page: Page,
    private readonly parts: Parts,
  ) {
    this.quick = new Quick(page);
    this.editor = new Editor(page);
    this.messages = new Messages(page);
    this.terminal = new Terminal(page);
  }

  /** Opens a file of the folder by quick open; `name` is a base name or a path inside the folder. */
  async openFile(name: string): Promise<void> {
    const base = path.posix.basename(name);
    await waitUntil(`the file "${name}" to be found`, async () => {
      await this.quick.open('Control+P', name);
      const isFound = (await this.quick.settledItems()).includes(base);
      if (!isFound) {
        // The list does not learn of files that are made while it is open.
        await this.quick.dismiss();
      }
      return isFound;
    });
    await this.quick.pick(base);
    await this.page.locator(`.tabs-container .tab.active[data-resource-name="${base}"]`).waitFor();
    await this.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  }

  /** Puts the cursor at a 1-based line and column and waits until it is there. */
  async goToLine(line: number, column = 1): Promise<void> {
    await this.quick.open('Control+G', `:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('#status\\.editor\\.selection', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
    await this.quick.closed();
  }

  /** Runs a command by its title, with or without its category, from the palette. */
  async runCommand(title: string): Promise<void> {
    await waitUntil(`the command "${title}" in the palette`, async () => {
      await this.quick.open('F1', `>${title}`);
      const label = (await this.quick.settledItems()).find((item) => item === title || item.endsWith(`: ${title}`));
      if (label === undefined) {
        // The list does not learn of commands that are registered while it is open.
        await this.quick.dismiss();
        return false;
      }
      await this.quick.pick(label);
      return true;
    });
  }

  /** The text of the hover that the mouse gets over the first occurrence of `text` on the screen. */
  hoverText(text: string): Promise<string> {
    return this.editor.hoverText(text);
  }

  /** The labels of the quick pick that is open, as far as they are on the screen. */
  quickPickItems(): Promise<string[]> {
    return this.quick.items();
  }

  /** Chooses an entry of the quick pick that is open. */
  pick(label: string): Promise<void> {
    return this.quick.pick(label);
  }

  /** The toasts on the screen, newest last. */
  notifications(): Promise<string[]> {
    return this.messages.notifications();
  }

  /** The findings in the Problems panel, which it opens; waits until there are `atLeast` of them. */
  async problems(atLeast = 0): Promise<string[]> {
    await this.messages.openProblems(() => this.runCommand('Problems: Focus on Problems View'));
    return this.messages.problems(atLeast);
  }

  /** What the clipboard holds. */
  clipboard(): Promise<string> {
    return this.page.evaluate<string>('navigator.clipboard.readText()');
  }

  /** The folder with the logs of VS Code and its extensions. */
  get logs(): string {
    return path.join(dataIn(this.parts.base), 'logs');
  }

  /** The programs under Node that this window's VS Code runs now, language servers among them. */
  runningPrograms(): RunningProgram[] {
    return runningPrograms(dataIn(this.parts.base));
  }

  /** Writes a PNG of the window. */
  async screenshot(file: string): Promise<void> {
    fs.mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    // What fades in is shown as it will be.
    await this.page.screenshot({ path: file, animations: 'disabled' });
  }

  /** Reloads the window, which opens its editors again. */
  async reload(): Promise<void> {
    await this.page.evaluate('window.isBeforeReload = true');
    // Unlike a reload of the page, this saves what is open.
    await this.runCommand('Developer: Reload Window');
    await this.page.waitForFunction('window.isBeforeReload === undefined');
    await whenRestored(this.page);
  }

  /** Trusts the folder of a window that was opened with `trust: false`. */
  async grantTrust(): Promise<void> {
    await this.runCommand('Workspaces: Manage Workspace Trust');
    const editor = this.page.locator('.workspace-trust-editor');
    await editor.getByRole('button', { name: 'Trust', exact: true }).click();
    await editor.locator('.workspace-trust-header', { hasText: 'You trust this' }).waitFor();
  }

  /** Closes the window and ends everything it started. */
  dispose(): Promise<void> {
    return disposeParts(this.parts);
  }
}
