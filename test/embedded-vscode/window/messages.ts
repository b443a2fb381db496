import type { Locator, Page } from 'playwright-core';
import { vscodeVersion } from '../pins';
import { plain, waitFor, waitUntil } from './waits';

/** Messages outside the editor: toasts, dialogs, the status bar, the Problems panel. */
export class Messages {
  private readonly toasts: Locator;
  private readonly bell: Locator;
  private readonly dialog: Locator;
  private readonly panel: Locator;

  constructor(private readonly page: Page) {
    this.toasts = page.locator(
      '.notifications-toasts .notification-toast, .notifications-center.visible .monaco-list-row',
    );
    this.bell = page.locator('.statusbar-item[id="status.notifications"]');
    this.dialog = page.locator('.monaco-dialog-box');
    this.panel = page.locator('.markers-panel-container');
  }

  /** The toasts on the screen, newest last. */
  async notifications(): Promise<string[]> {
    // Under a driver, newer versions show no toasts, only that there are some.
    if (vscodeVersion !== '1.100.3' && !(await this.toasts.first().isVisible()) && (await this.hasUnread())) {
      await this.bell.click();
    }
    const texts = await this.toasts.locator('.notification-list-item-message').allInnerTexts();
    return texts.map(plain).reverse();
  }

  private async hasUnread(): Promise<boolean> {
    return (await this.bell.locator('.codicon-bell-dot').count()) > 0;
  }

  /** Waits for a toast that matches and returns its text. */
  async waitForNotification(pattern: RegExp): Promise<string> {
    return await waitFor(
      `a notification that matches ${pattern}`,
      async () => (await this.notifications()).find((text) => pattern.test(text)),
      (text): text is string => text !== undefined,
    );
  }

  /** Presses a button of the newest toast that has it. */
  async pressNotificationButton(label: string): Promise<void> {
    await this.toasts.getByRole('button', { name: label, exact: true }).first().click();
  }

  /** The text of the dialog that is open; waits for one. */
  async dialogText(): Promise<string> {
    await this.dialog.waitFor();
    return plain(await this.dialog.locator('.dialog-message-container').innerText());
  }

  /** Presses a button of the dialog that is open. */
  async pressDialogButton(label: string): Promise<void> {
    await this.dialog.getByRole('button', { name: label, exact: true }).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }

  /** The texts of the status bar, from left to right. */
  async statusBar(): Promise<string[]> {
    const texts = await this.page.locator('.statusbar-item').allInnerTexts();
    return texts.map(plain).filter((text) => text !== '');
  }

  /** Waits until the status bar has an entry that says `text`. */
  async waitForStatus(text: string): Promise<void> {
    await waitUntil(`"${text}" in the status bar`, async () => (await this.statusBar()).includes(text));
  }

  /** Waits until the language status, which the mouse opens, has an entry that says `text`. */
  async languageStatus(text: string): Promise<void> {
    const entry = this.page.locator('.hover-language-status', { hasText: text }).first();
    await waitUntil(`"${text}" in the language status`, async () => {
      await this.page.mouse.move(0, 0);
      await this.page.locator('.statusbar-item[id="status.languageStatus"]').hover();
      return entry.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      );
    });
  }

  /** Opens the Problems panel unless it is open. */
  async openProblems(open: () => Promise<void>): Promise<void> {
    if (!(await this.panel.isVisible())) {
      await open();
      await this.panel.waitFor();
    }
  }

  /** The findings on the screen of the Problems panel, as `message source(code) [Ln 1, Col 2]`. */
  async problems(atLeast: number): Promise<string[]> {
    const rows = this.panel.locator(
      '.monaco-list-row:has(.marker-message-details-container), .monaco-list-row:has(.marker-line)',
    );
    const texts = await waitFor(
      `${atLeast} problems`,
      () => rows.allInnerTexts(),
      (all) => all.length >= atLeast,
    );
    return texts.map((text) => plain(text.replace(/\s*\n\s*/g, ' ')));
  }
}
