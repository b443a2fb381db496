import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Locator } from 'playwright-core';
import { waitFor, waitUntil } from '../embedded-vscode';
import { openProduct, type ProductWindow } from './support';

describe('Explanations and documentation in a real window', function () {
  this.timeout(300_000);

  let product: ProductWindow;

  before(async () => {
    product = await openProduct({ viewport: { width: 1040, height: 760 } });
  });

  after(async () => {
    await product.dispose();
  });

  const page = (): Locator =>
    product.window.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator('body');

  const tabs = async (): Promise<string[]> =>
    (await product.window.page.locator('.tabs-container .tab').allInnerTexts()).map((text) =>
      text.replace(/\s*\n\s*/g, '').trim(),
    );

  /** Types what to explain, and returns the first entry of the list. */
  async function firstFor(typed: string): Promise<string | undefined> {
    const { window } = product;
    await window.runCommand('Tencent Cloud API: Explain Error Code…');
    await window.quick.placeholder();
    await window.page.keyboard.type(typed);
    return (await window.quick.settledItems())[0];
  }

  for (const [typed, expected] of [
    ['SignatureFailure', 'AuthFailure.SignatureFailure'],
    // VS Code finds initials, too.
    ['AuSiEx', 'AuthFailure.SignatureExpire'],
    ['Made.Up', 'Explain this code'],
  ] as const) {
    it(`offers ${expected} first where ${typed} is typed`, async () => {
      assert.equal(await firstFor(typed), expected);
      await product.window.quick.dismiss();
    });
  }

  it('explains what is first on Enter', async () => {
    assert.equal(await firstFor('SignatureFailure'), 'AuthFailure.SignatureFailure');
    await product.window.page.keyboard.press('Enter');
    await page().getByText('Likeliest causes').waitFor();
    assert.deepEqual(await tabs(), ['Preview AuthFailure.SignatureFailure.md']);
    await product.window.runCommand('View: Close All Editors');
  });

  it('leads to the explanation of a related code', async () => {
    const { window } = product;
    await window.openFile('signature-failure.json');
    await window.editor.codeLenses(3);
    await window.editor.clickCodeLens('Signature error');
    await page().getByRole('link', { name: 'AuthFailure.SignatureExpire' }).click();
    await page().getByText('AuthFailure.SignatureExpire — ').waitFor();
    assert.deepEqual(await tabs(), ['signature-failure.json', 'Preview AuthFailure.SignatureExpire.md']);
    await window.runCommand('View: Close All Editors');
  });

  it('explains the same failure after a reload', async () => {
    const { window } = product;
    await window.openFile('signature-failure.json');
    await window.editor.codeLenses(3);
    await window.editor.clickCodeLens('Signature error');
    await page().getByText('ed93f3cb-f35e-473f-b9f3-0d451b8b79c6').waitFor();
    await window.reload();
    await page().getByText('ed93f3cb-f35e-473f-b9f3-0d451b8b79c6').waitFor();
    assert.match(await page().innerText(), /^AuthFailure\.SignatureFailure — Signature error\./);
    await window.runCommand('View: Close All Editors');
  });

  it('closes the explanation of a clipboard, which may hold secrets, on a reload', async () => {
    const { window } = product;
    await window.openFile('signature-failure.json');
    await window.runCommand('Tencent Cloud API: Copy RequestId');
    await window.runCommand('Tencent Cloud API: Explain Clipboard');
    await page().getByText('may be a RequestId').waitFor();
    assert.deepEqual(await tabs(), ['signature-failure.json', 'Preview Clipboard.md']);
    await window.reload();
    await waitFor('the page to close', tabs, (all) => all.join() === 'signature-failure.json');
    await window.runCommand('View: Close All Editors');
  });

  it('shows the section about a rule where the link of a finding is followed', async () => {
    const { window } = product;
    await window.openFile('malformed.json');
    await window.problems(2);
    await window.page.locator('.markers-panel-container .marker-code', { hasText: 'misspelled-member' }).click();
    const heading = page().getByRole('heading', { name: 'misspelled-member' });
    await heading.waitFor();
    await waitUntil('the section to be at the top', async () => {
      const box = await heading.boundingBox();
      return box !== null && box.y >= 0 && box.y < 300;
    });
    await window.runCommand('View: Toggle Panel Visibility');
    await window.runCommand('View: Close All Editors');
  });

  it('reports nothing in Markdown unless that is wanted', async () => {
    const { window, folder } = product;
    const example = '```json\n{ "Response": { "requestId": "r" } }\n```\n';
    fs.writeFileSync(path.join(folder, 'readme.md'), example);
    fs.mkdirSync(path.join(folder, '.vscode'));
    await window.openFile('readme.md');
    await window.messages.languageStatus('1 API response, 0 failures');
    assert.deepEqual(await window.problems(), []);
    fs.writeFileSync(path.join(folder, '.vscode/settings.json'), '{ "apiResponse.diagnostics.markdown": true }');
    assert.equal((await window.problems(1)).length, 1);
    await window.runCommand('View: Close All Editors');
  });
});
