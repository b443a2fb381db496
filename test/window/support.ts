import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { findVsix, openWindow, repoRoot, waitUntil, type Window, type WindowOptions } from '../embedded-vscode';

/** A window on a fresh copy of the fixture workspace, with the built VSIX installed. */
export interface ProductWindow {
  readonly window: Window;
  readonly folder: string;
  dispose(): Promise<void>;
}

/** `prepare` changes the folder before it is opened: VS Code for the Web sees nothing of what is written later. */
export async function openProduct(
  options: Partial<WindowOptions> = {},
  prepare: (folder: string) => void = () => undefined,
): Promise<ProductWindow> {
  const base = fs.mkdtempSync(path.join(os.tmpdir(), 'window-workspace-'));
  const folder = path.join(base, 'responses');
  fs.cpSync(path.join(repoRoot, 'test/fixtures/workspace'), folder, { recursive: true });
  prepare(folder);
  const window = await openWindow({ folder, vsix: findVsix(undefined), ...options });
  return {
    window,
    folder,
    async dispose() {
      await window.dispose();
      fs.rmSync(base, { recursive: true, force: true });
    },
  };
}

/** Writes a picture for the README, only on request: `SCREENSHOTS=1 npm run test:window`. */
export async function picture(window: Window, name: string): Promise<void> {
  if (process.env.SCREENSHOTS === '1') {
    const file = path.join(repoRoot, 'docs/images', `${name}.png`);
    // The title says in some tests that an extension is being developed.
    await window.page.screenshot({
      path: file,
      animations: 'disabled',
      style: '.command-center { visibility: hidden }',
    });
  }
}

/** Blocks what the window requests from outside of this machine, and returns a list of the URLs that grows with them. */
export async function blockOutside({ page }: Window): Promise<string[]> {
  const outside: string[] = [];
  const isOutside = (url: URL): boolean => /^(https?|wss?|ftp):$/.test(url.protocol) && url.hostname !== '127.0.0.1';
  await page.context().route(isOutside, (route) => {
    outside.push(route.request().url());
    return route.abort();
  });
  // Or none would be found for want of a working list.
  await page.evaluate('fetch("https://control.example/").catch(() => undefined)');
  await waitUntil('the first request', () => Promise.resolve(outside.length > 0));
  assert.deepEqual(outside.splice(0), ['https://control.example/']);
  return outside;
}

const hoverOverlap = 20;

/** Writes a picture of the upper part of the active editor, which can be read where there is little room. */
export async function pictureOfEditor({ page }: Window, name: string): Promise<void> {
  const box = await page.locator('.editor-group-container.active').boundingBox();
  if (process.env.SCREENSHOTS === '1' && box) {
    const file = path.join(repoRoot, 'docs/images', `${name}.png`);
    // A hover may be a little wider than its editor.
    const clip = { x: box.x - hoverOverlap, y: box.y, width: box.width + hoverOverlap, height: 360 };
    await page.screenshot({ path: file, clip, animations: 'disabled' });
  }
}
