import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { waitFor } from '../embedded-vscode';
import { openProduct, picture, type ProductWindow } from './support';

/** VS Code asks before it opens a page, which a driven window refuses, but not about pages of this machine. */
const supportPage = 'https://localhost/desk?queue=cloud';

describe('The product in a real window', function () {
  this.timeout(300_000);

  let product: ProductWindow;

  before(async () => {
    const settings = { 'apiResponse.supportPage': supportPage };
    product = await openProduct({ viewport: { width: 1040, height: 760 }, settings }, (folder) => {
      const message = 'you are not authorized to perform operation (cvm:StopInstances)\nresource (*) has no permission';
      const failure = { Error: { Code: 'UnauthorizedOperation', Message: message }, RequestId: 'r' };
      fs.writeFileSync(path.join(folder, 'denied.json'), JSON.stringify({ Response: failure }));
    });
  });

  after(async () => {
    await product.dispose();
  });

  it('shows the explanation where the mouse rests on the code', async () => {
    const { window } = product;
    await window.openFile('signature-failure.json');
    const hover = await window.hoverText('AuthFailure.SignatureFailure');
    assert.match(hover, /^AuthFailure\.SignatureFailure — Signature error\./);
    assert.match(hover, /Common code · Fault: caller · Retry: after fixing/);
    assert.match(hover, /What to do/);
    await picture(window, 'hover');
  });

  it('lists the findings in the Problems panel', async () => {
    const { window } = product;
    await window.openFile('malformed.json');
    const problems = await window.problems(2);
    assert.deepEqual(problems, [
      '"Code" must be a string, not a number. api-response error-code-not-string [Ln 3, Col 24]',
      'This member must be spelled "RequestId": names have to match exactly. api-response misspelled-member [Ln 4, Col 5]',
    ]);
    await picture(window, 'problems');
    await window.runCommand('View: Toggle Panel Visibility');
  });

  it('copies the support ticket to the real clipboard and says so', async () => {
    const { window } = product;
    await window.openFile('signature-failure.json');
    await window.runCommand('Tencent Cloud API: Copy Support Ticket');
    const toast = await window.messages.waitForNotification(/Support ticket/);
    assert.equal(toast, 'Support ticket copied: RequestId ed93f3cb-f35e-473f-b9f3-0d451b8b79c6.');
    assert.match(await window.clipboard(), /^RequestId: {3}ed93f3cb-f35e-473f-b9f3-0d451b8b79c6$/m);
    await picture(window, 'ticket');
  });

  it('opens the support page from there, and not before', async () => {
    const { page, messages } = product.window;
    const context = page.context();
    await context.route(supportPage, (route) => route.fulfill({ body: 'a service desk' }));
    assert.equal(context.pages().length, 1);
    const opening = context.waitForEvent('page');
    await messages.pressNotificationButton('Open Support Page');
    const opened = await opening;
    await opened.waitForURL(supportPage);
    await opened.close();
  });

  it('shows the ticket from there, with which secrets were removed', async () => {
    const { window } = product;
    await window.openFile('with-secrets.json');
    await window.runCommand('Tencent Cloud API: Copy Support Ticket');
    assert.equal(
      await window.messages.waitForNotification(/Support ticket/),
      'Support ticket copied: RequestId 44444444-aaaa-4bbb-8ccc-000000000004. Secrets removed: SecretId.',
    );
    await window.messages.pressNotificationButton('Show');
    const shown = window.page.locator('.editor-instance .view-lines', { hasText: 'SecretId [removed]' });
    await shown.waitFor();
    await window.runCommand('View: Revert and Close Editor');
  });

  it('says in the status bar that it copied the RequestId', async () => {
    const { window } = product;
    await window.openFile('signature-failure.json');
    await window.runCommand('Tencent Cloud API: Copy RequestId');
    await window.messages.waitForStatus('RequestId ed93f3cb-f35e-473f-b9f3-0d451b8b79c6 copied');
    assert.deepEqual(await window.notifications(), []);
  });

  it('asks which response if there are two and the cursor is in neither', async () => {
    const { window } = product;
    await window.openFile('two-responses.json');
    await window.goToLine(1, 1);
    await window.runCommand('Tencent Cloud API: Copy Support Ticket');
    const rows = await window.quick.details();
    assert.deepEqual(rows, [
      'RequestLimitExceeded11111111-aaaa-4bbb-8ccc-000000000001 · Failure, line 2',
      'Success22222222-aaaa-4bbb-8ccc-000000000002 · Success, line 8',
    ]);
    await window.pick((await window.quickPickItems())[1] ?? '');
    await window.messages.waitForNotification(/copied: RequestId 22222222-aaaa-4bbb-8ccc-000000000002/);
    assert.match(await window.clipboard(), /^RequestId: {3}22222222-aaaa-4bbb-8ccc-000000000002$/m);
    await window.runCommand('Notifications: Clear All Notifications');
  });

  /** Our commands among those that the palette offers where something is typed. */
  async function offered(typed: string): Promise<string[]> {
    const category = 'Tencent Cloud API: ';
    const labels = (await product.window.commandsFor(typed)).filter((label) => label.startsWith(category));
    return labels.map((label) => label.slice(category.length)).sort();
  }

  it('has its commands where people type what they look for', async () => {
    await product.window.openFile('signature-failure.json');
    await waitFor(
      'the commands that copy',
      () => offered('ticket'),
      (all) => all.join() === 'Copy Support Ticket',
    );
    assert.deepEqual(await offered('RequestId'), ['Copy RequestId']);
    assert.ok((await offered('error code')).includes('Explain Error Code…'));
    const all = await offered('tencent');
    assert.ok(all.includes('Explain Clipboard') && all.includes('Check API Responses in Workspace'), all.join());
    assert.ok(!all.includes('Read This Document Anyway') && !all.includes('Copy CAM Policy Draft'), all.join());
  });

  it('offers no copies where there is no response, and the policy where there is a denial', async () => {
    const { window } = product;
    await window.openFile('unrelated.json');
    await waitFor(
      'nothing to copy',
      () => offered('copy'),
      (all) => all.length === 0,
    );
    await window.openFile('denied.json');
    await waitFor(
      'the policy among the copies',
      () => offered('copy'),
      (all) => all.join() === 'Copy CAM Policy Draft,Copy RequestId,Copy Support Ticket',
    );
  });

  it('explains a code that is searched by its meaning, read-only', async () => {
    const { window } = product;
    await window.runCommand('Tencent Cloud API: Explain Error Code…');
    assert.equal(await window.quick.placeholder(), 'Search by code or meaning, or type any code');
    await window.page.keyboard.type('Signature expired');
    await window.pick('AuthFailure.SignatureExpire');
    await window.page.locator('.tab.active', { hasText: 'Preview AuthFailure.SignatureExpire.md' }).waitFor();
    const preview = window.page.frameLocator('iframe.webview').frameLocator('#active-frame').locator('body');
    await preview.getByText('Likeliest causes').waitFor();
  });
});
