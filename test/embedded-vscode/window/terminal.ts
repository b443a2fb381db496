import type { Page } from 'playwright-core';
import { locate, type Point } from './locate';
import { waitFor, waitUntil } from './waits';

/** The active terminal; its rows are elements of the page only with `terminal.integrated.gpuAcceleration` off. */
export class Terminal {
  constructor(private readonly page: Page) {}

  /** Brings the mouse to the first occurrence of `text` until the terminal shows what a link there is for. */
  async hoverLink(text: string, tooltip: string): Promise<void> {
    const rows = this.page.locator('.terminal-wrapper.active .xterm-rows > div');
    const { x, y } = await waitFor(
      `"${text}" in the terminal`,
      () => rows.evaluateAll(locate, text),
      (point): point is Point => point !== undefined,
    );
    await waitUntil(`the link "${text}" in the terminal`, async () => {
      // A terminal requests links when the mouse enters a row, not while it rests there.
      await this.page.mouse.move(x, y + 60);
      await this.page.mouse.move(x, y, { steps: 3 });
      const shown = this.page.locator('.workbench-hover', { hasText: tooltip });
      return shown.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      );
    });
  }

  /** Follows the link that the mouse is on. */
  async followLink(text: string): Promise<void> {
    const rows = this.page.locator('.terminal-wrapper.active .xterm-rows > div');
    const point = await rows.evaluateAll(locate, text);
    if (!point) {
      throw new Error(`"${text}" is no longer in the terminal.`);
    }
    await this.page.keyboard.down('Control');
    await this.page.mouse.click(point.x, point.y);
    await this.page.keyboard.up('Control');
  }
}
