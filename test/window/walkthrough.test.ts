import assert from 'node:assert/strict';
import { waitFor } from '../embedded-vscode';
import { openProduct, pictureOfEditor, type ProductWindow } from './support';

describe('The walkthrough in a real window', function () {
  this.timeout(300_000);

  let product: ProductWindow;

  before(async () => {
    product = await openProduct({
      viewport: { width: 1440, height: 800 },
      settings: { 'editor.minimap.enabled': false, 'editor.wordWrap': 'on' },
    });
    await product.window.runCommand('View: Toggle Primary Side Bar Visibility');
  });

  after(async () => {
    await product.dispose();
  });

  /** Chooses a step and presses its button. */
  const take = async (title: string, button: string): Promise<void> => {
    const { page } = product.window;
    const step = page.locator('.getting-started-step', { hasText: title });
    if (!(await step.getAttribute('class'))?.includes('expanded')) {
      await step.click();
    }
    await step.getByRole('button', { name: button }).click();
  };

  const done = async (title: string): Promise<void> => {
    const { page } = product.window;
    await page.locator('.getting-started-step', { hasText: title }).locator('.codicon.complete').waitFor();
  };

  it('is not opened by itself, but offered among the walkthroughs', async () => {
    const { window } = product;
    assert.equal(await window.page.locator('.getting-started-step').count(), 0);
    await window.runCommand('Welcome: Open Walkthrough...');
    await window.pick('Understand a failed Tencent Cloud API call');
    const titles = window.page.locator('.getting-started-step .step-title');
    await waitFor(
      'four steps',
      () => titles.allInnerTexts(),
      (all) => all.join() === 'Open a failed response,See why it failed,Fix a malformed response,Copy a support ticket',
    );
  });

  it('opens a failed response beside it', async () => {
    const { window } = product;
    await take('Open a failed response', 'Open a Sample Failure');
    await window.editor.waitForText('AuthFailure.SignatureExpire');
    await done('Open a failed response');
    await window.editor.codeLenses(2);
    await pictureOfEditor(window, 'walkthrough-open');
  });

  it('shows why it failed', async () => {
    const { window } = product;
    await take('See why it failed', 'Show the Explanation');
    await window.page.locator('.monaco-hover', { hasText: "8 h ahead of the server's clock" }).first().waitFor();
    await done('See why it failed');
    await pictureOfEditor(window, 'walkthrough-hover');
  });

  it('has a malformed response to fix', async () => {
    const { window } = product;
    await take('Fix a malformed response', 'Open a Malformed Response');
    await window.editor.waitForText('"requestId"');
    await window.editor.codeActions();
    await pictureOfEditor(window, 'walkthrough-fix');
    await window.editor.applyCodeAction('Rename "requestId" to "RequestId"');
    await window.editor.waitForText('"RequestId"');
    await done('Fix a malformed response');
  });

  it('copies a ticket', async () => {
    const { window } = product;
    await take('Copy a support ticket', 'Copy a Ticket for the Sample');
    await done('Copy a support ticket');
    const ticket = await waitFor(
      'the ticket on the clipboard',
      () => window.clipboard(),
      (text) => text.includes('5e0c7a91-3b64-4d2f-9a18-c6f2d7e4b035'),
    );
    assert.match(ticket, /AuthFailure\.SignatureExpire/);
    // As the user would paste it.
    await window.runCommand('File: New Untitled Text File');
    await window.runCommand('Paste');
    await window.editor.waitForText('AuthFailure.SignatureExpire');
    await pictureOfEditor(window, 'walkthrough-ticket');
  });
});
