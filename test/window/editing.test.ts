import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { waitFor, waitUntil } from '../embedded-vscode';
import { openProduct, picture, type ProductWindow } from './support';

describe('Lenses, fixes and menus in a real window', function () {
  this.timeout(300_000);

  let product: ProductWindow;

  before(async () => {
    const options = { viewport: { width: 1040, height: 640 }, settings: { 'apiResponse.maxFileSize': 1 } };
    product = await openProduct(options, (folder) => {
      const failure = fs.readFileSync(path.join(folder, 'signature-failure.json'), 'utf8');
      fs.writeFileSync(path.join(folder, 'large.json'), `${failure}${' '.repeat(1_000_000)}`);
    });
  });

  after(async () => {
    await product.dispose();
  });

  it('says above a failure what it is, and copies its ticket from there', async () => {
    const { window } = product;
    await window.openFile('signature-failure.json');
    assert.deepEqual(await window.editor.codeLenses(3), [
      'Signature error · caller · retry after fixing',
      'Explain',
      'Copy Support Template',
    ]);
    await picture(window, 'lens');
    await window.editor.clickCodeLens('Copy Support Template');
    await window.messages.waitForNotification(/copied: RequestId ed93f3cb-f35e-473f-b9f3-0d451b8b79c6/);
    await window.runCommand('Notifications: Clear All Notifications');
  });

  it('explains a failure from there, with its message and RequestId', async () => {
    const { window } = product;
    await window.editor.clickCodeLens('Explain');
    await window.page.locator('.tab.active', { hasText: 'Preview AuthFailure.SignatureFailure.md' }).waitFor();
    const preview = window.page.frameLocator('iframe.webview').frameLocator('#active-frame').locator('body');
    await preview.getByText('Likeliest causes').waitFor();
    await preview.getByText('ed93f3cb-f35e-473f-b9f3-0d451b8b79c6').waitFor();
    await window.runCommand('View: Close Editor');
  });

  it('has its commands in the menu of an editor where there is a response, and nowhere else', async () => {
    const { window } = product;
    // VS Code learns only a moment later whether a document has a response.
    const entriesBecome = async (name: string, text: string, expected: readonly string[]): Promise<void> => {
      await window.openFile(name);
      await waitFor(
        `the entries ${expected.join(', ')} and no others in the menu of ${name}`,
        async () => (await window.editor.menuEntries(text)).filter((label) => /RequestId|Support Template/.test(label)),
        (entries) => entries.join() === expected.join(),
      );
    };
    await entriesBecome('signature-failure.json', 'RequestId', ['Copy Support Template', 'Copy RequestId']);
    await entriesBecome('unrelated.json', 'RequestId', []);
  });

  it('offers the quick fix of a finding, and applies it', async () => {
    const { window } = product;
    await window.openFile('malformed.json');
    await window.problems(2);
    await window.runCommand('View: Toggle Panel Visibility');
    await window.goToLine(4, 8);
    await waitFor(
      'the quick fix and no other',
      () => window.editor.codeActions(),
      (titles) => titles.join() === 'Rename "requestId" to "RequestId"',
    );
    await picture(window, 'fix');
    await window.editor.applyCodeAction('Rename "requestId" to "RequestId"');
    await window.editor.waitForText('"RequestId":');
  });

  it('fixes all that is safe', async () => {
    const { window } = product;
    await waitUntil('all safe fixes', async () => {
      await window.runCommand('Fix All');
      // After findings change, the editor requests actions itself, and drops our request.
      return waitUntil(
        'the code in quotes',
        async () => (await window.editor.visibleText()).includes('"4100"'),
        3_000,
      ).then(
        () => true,
        () => false,
      );
    });
    await window.runCommand('File: Revert File');
  });

  it('says that a normal document has already been read', async () => {
    const { window } = product;
    await window.openFile('signature-failure.json');
    await window.runCommand('API Response: Read This Document Anyway');
    await window.messages.waitForNotification(/^This document has already been read\.$/);
    await window.runCommand('Notifications: Clear All Notifications');
  });

  it('does not read a document over the limit until requested', async () => {
    const { window } = product;
    await window.openFile('large.json');
    await window.messages.languageStatus('Too large to look for API responses');
    assert.deepEqual(await window.editor.codeLenses(0), []);
    await window.runCommand('API Response: Read This Document Anyway');
    await window.messages.languageStatus('1 API response, 1 failure');
    assert.equal((await window.editor.codeLenses(3)).length, 3);
  });
});
