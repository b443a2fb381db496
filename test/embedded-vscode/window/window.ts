import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Page } from 'playwright-core';
import { runningPrograms, type RunningProgram } from '../programs';
import { Editor } from './editor';
import { Messages } from './messages';
import { Quick } from './quick';
import { Terminal } from './terminal';
import { waitUntil } from './waits';

/** What belongs to a window besides its page. */
interface Parts {
  /** Where VS Code keeps settings, state and logs. */
  readonly userDataDir: string;
  close(): Promise<void>;
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

  /** What the palette offers where `text` is typed, as far as it is on the screen. */
  async commandsFor(text: string): Promise<string[]> {
    await this.quick.open('F1', `>${text}`);
    const labels = await this.quick.settledItems();
    await this.quick.dismiss();
    return labels;
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
    return path.join(this.parts.userDataDir, 'logs');
  }

  /** The programs under Node that this window's VS Code runs now, language servers among them. */
  runningPrograms(): RunningProgram[] {
    return runningPrograms(this.parts.userDataDir);
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
    return this.parts.close();
  }
}

/** The driver that --enable-smoke-test-driver adds says when editors and views of the last session are back. */
export async function whenRestored(page: Page): Promise<void> {
  await page.locator('.monaco-workbench').waitFor();
  await page.waitForFunction('window.driver !== undefined');
  await page.evaluate('window.driver.whenWorkbenchRestored()');
}
