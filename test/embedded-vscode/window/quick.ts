// Functions passed to the page use its elements.
/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core';
import { plain, waitFor, waitUntil } from './waits';

/** VS Code's quick input: palette, quick open, and the picks and input boxes of extensions. */
export class Quick {
  private readonly widget: Locator;
  private readonly rows: Locator;
  private readonly input: Locator;

  constructor(private readonly page: Page) {
    this.widget = page.locator('.quick-input-widget');
    this.rows = this.widget.locator('.quick-input-list .monaco-list-row');
    this.input = this.widget.locator('.quick-input-filter input');
  }

  /** Opens a quick input by its key and replaces its text. */
  async open(key: string, text: string): Promise<void> {
    // A part of the window that is just getting the focus may swallow the key, or close the input again.
    await waitUntil(`the quick input of ${key}`, async () => {
      await this.page.keyboard.press(key);
      return this.input.fill(text, { timeout: 10_000 }).then(
        () => true,
        () => false,
      );
    });
  }

  /** Types into the input box that is open and accepts it. */
  async enter(text: string): Promise<void> {
    await this.input.waitFor();
    await this.input.fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** The labels on the screen, once a pick is open. */
  async items(): Promise<string[]> {
    await this.rows.first().waitFor();
    return await this.labels();
  }

  /** The labels on the screen once the list has stopped changing; empty when nothing matches. */
  async settledItems(): Promise<string[]> {
    let previous = '';
    let same = 0;
    return await waitFor(
      'the list of the quick input to settle',
      () => this.labels(),
      (labels) => {
        const now = labels.join('\n');
        same = now === previous ? same + 1 : 0;
        previous = now;
        return same >= 3;
      },
    );
  }

  /** Second lines and right-hand texts of the entries, in the order of `items`. */
  async details(): Promise<string[]> {
    await this.rows.first().waitFor();
    const texts = await this.rows.locator('.quick-input-list-entry').allInnerTexts();
    return texts.map((text) => plain(text.replace(/\s*\n\s*/g, ' · ')));
  }

  /** Chooses the entry with exactly this label. */
  async pick(label: string): Promise<void> {
    const exactly = new RegExp(`^\\s*${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
    const name = this.page.locator('.quick-input-list-row:first-child .label-name', { hasText: exactly });
    const row = this.rows.filter({ has: name }).first();
    await waitUntil(`the entry "${label}" in the quick input`, () => row.isVisible());
    await row.click();
  }

  /** Waits until exactly these entries of a pick of many are ticked. */
  async chosen(labels: readonly string[]): Promise<void> {
    const ticked = this.rows.locator('[role="checkbox"][aria-checked="true"]');
    await waitUntil(`the entries ${labels.join(', ')} to be ticked`, async () => {
      const names = await ticked.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''));
      return names.sort().join() === [...labels].sort().join();
    });
  }

  /** Takes what is chosen in a pick of many. */
  async accept(): Promise<void> {
    await this.input.press('Enter');
  }

  /** The grey text of the input box, or the title of the pick. */
  async placeholder(): Promise<string> {
    await this.input.waitFor();
    return (await this.input.getAttribute('placeholder')) ?? '';
  }

  /** Closes whatever quick input is open. */
  async dismiss(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.closed();
  }

  /** Waits until no quick input is open. */
  async closed(): Promise<void> {
    await this.widget.waitFor({ state: 'hidden' });
  }

  private async labels(): Promise<string[]> {
    // The list reuses its rows, so their order in the page is not the one on the screen.
    const rows = await this.rows.evaluateAll((all) =>
      all
        .map((row) => ({
          index: Number(row.getAttribute('data-index')),
          label: row.querySelector('.quick-input-list-row:first-child .label-name')?.textContent ?? '',
        }))
        .sort((a, b) => a.index - b.index),
    );
    return rows.map((row) => plain(row.label)).filter((label) => label !== '');
  }
}
