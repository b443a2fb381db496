import type { Locator, Page } from 'playwright-core';
import { locate, type Point } from './locate';
import { plain, waitFor, waitUntil } from './waits';

/** The active text editor. */
export class Editor {
  private readonly lines: Locator;
  private readonly lenses: Locator;

  constructor(private readonly page: Page) {
    this.lines = page.locator('.editor-group-container.active .editor-instance .view-line');
    this.lenses = page.locator('.editor-instance .codelens-decoration a');
  }

  /** The lines on the screen from top to bottom, inlay hints included. */
  async visibleText(): Promise<string> {
    const lines = await this.lines.evaluateAll((all) =>
      all.map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent })),
    );
    return lines
      .sort((a, b) => a.top - b.top)
      .map((line) => plain(line.text))
      .join('\n');
  }

  /** Waits until `text` is on the screen, be it in the document or an inlay hint. */
  async waitForText(text: string): Promise<void> {
    await waitUntil(`"${text}" in the editor`, async () => (await this.visibleText()).includes(text));
  }

  /** The text of the hover that the mouse gets over the first occurrence of `text` on the screen. */
  async hoverText(text: string): Promise<string> {
    const hover = this.page.locator('.monaco-editor .monaco-hover:not(.hidden) .hover-row');
    const rows = await waitFor(
      `a hover over "${text}"`,
      async () => {
        // A hover that is still up from before would be read instead of the new one.
        await this.page.mouse.move(1, 1);
        await this.page.keyboard.press('Escape');
        await hover.first().waitFor({ state: 'hidden' });
        // Breadcrumbs that appear late move the text.
        const target = await this.find(text);
        await this.page.mouse.move(target.x, target.y, { steps: 3 });
        // The editor asks but once, and gets nothing from an extension that is not active yet: then the mouse comes
        // again.
        await hover
          .first()
          .waitFor({ timeout: 3_000 })
          .catch(() => undefined);
        const shown = await hover.allInnerTexts();
        // What has been scrolled meanwhile was another text's hover.
        const { x, y } = await this.find(text);
        return x === target.x && y === target.y ? shown : [];
      },
      (all) => all.length > 0 && !all.some((row) => row.includes('Loading...')),
    );
    return rows.map(plain).join('\n');
  }

  /** Puts the cursor into the first occurrence of `text` on the screen by a click. */
  async click(text: string): Promise<void> {
    const focused = this.page.locator('.editor-instance .monaco-editor.focused');
    await waitUntil(`the focus at "${text}"`, async () => {
      const { x, y } = await this.find(text);
      await this.page.mouse.click(x, y);
      // Another part of the window may just be getting the focus.
      return focused.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => false,
      );
    });
  }

  /** The labels of the menu at the first occurrence of `text` on the screen, which is opened and closed again. */
  async menuEntries(text: string): Promise<string[]> {
    const labels = this.page.locator('.context-view.monaco-menu-container .action-label:not(.separator)');
    const shown = await waitFor(
      `the menu at "${text}"`,
      async () => {
        const { x, y } = await this.find(text);
        await this.page.mouse.click(x, y, { button: 'right' });
        // A click that comes while the editor is still laid out opens nothing.
        return (await isShown(labels.first())) ? await labels.allInnerTexts() : [];
      },
      (all) => all.length > 0,
    );
    await this.page.keyboard.press('Escape');
    await labels.first().waitFor({ state: 'hidden' });
    return shown.map((label) => label.trim()).filter((label) => label !== '');
  }

  /** Types at the cursor, key by key. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** The titles of the code lenses on the screen; waits for `atLeast` of them. */
  async codeLenses(atLeast = 1): Promise<string[]> {
    const titles = await waitFor(
      `${atLeast} code lenses`,
      // Lenses come without their titles at first.
      async () => (await this.lenses.allInnerTexts()).filter((title) => plain(title) !== ''),
      (all) => all.length >= atLeast,
    );
    return titles.map(plain);
  }

  /** Clicks the first code lens whose title contains `title`. */
  async clickCodeLens(title: string): Promise<void> {
    await this.lenses.filter({ hasText: title }).first().click();
  }

  /** Opens the quick fixes at the cursor and returns their titles; `applyCodeAction` or `Escape` closes them. */
  async codeActions(): Promise<string[]> {
    const rows = this.actionRows();
    const titles = await waitFor(
      'quick fixes at the cursor',
      async () => {
        await this.page.keyboard.press('Escape');
        await this.page.keyboard.press('Control+.');
        // Where findings have just changed, the editor says that there are none, and does not ask again.
        return (await isShown(rows.first())) ? await rows.allInnerTexts() : [];
      },
      (all) => all.length > 0,
    );
    return titles.map(plain).filter((title) => title !== '');
  }

  /** Applies one of the quick fixes at the cursor. */
  async applyCodeAction(title: string): Promise<void> {
    const rows = this.actionRows();
    if (!(await rows.first().isVisible())) {
      await this.codeActions();
    }
    const row = rows.filter({ hasText: title }).first();
    // A fresh list ignores the mouse until it has moved.
    await row.hover({ force: true });
    await row.click();
    await rows.first().waitFor({ state: 'hidden' });
  }

  /** Opens completion at the cursor and returns the labels on the screen. */
  async completions(): Promise<string[]> {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
    await this.page.keyboard.press('Control+Space');
    await rows.first().waitFor();
    return (await rows.locator('.label-name').allInnerTexts()).map(plain);
  }

  private actionRows(): Locator {
    return this.page.locator('.action-widget .monaco-list-row.action');
  }

  private async find(text: string): Promise<Point> {
    return await waitFor(
      `"${text}" on the screen of the editor (scroll there with goToLine)`,
      () => this.lines.evaluateAll(locate, text),
      (point): point is Point => point !== undefined,
    );
  }
}

/** Whether something appears soon. If it was requested too early it never does, and must be requested again. */
function isShown(locator: Locator): Promise<boolean> {
  return locator.waitFor({ timeout: 3_000 }).then(
    () => true,
    () => false,
  );
}
