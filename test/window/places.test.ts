import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Locator } from 'playwright-core';
import { repoRoot, waitFor, waitUntil } from '../embedded-vscode';
import { runningServer } from './processes';
import { openProduct, picture, type ProductWindow } from './support';

describe('Terminals, logs and the whole workspace in a real window', function () {
  this.timeout(300_000);

  let product: ProductWindow;

  before(async () => {
    product = await openProduct({
      viewport: { width: 1040, height: 760 },
      // Then the rows of the terminal are elements of the page.
      settings: { 'terminal.integrated.gpuAcceleration': 'off' },
      extension: path.join(repoRoot, 'test/fixtures/terminal-extension'),
    });
  });

  after(async () => {
    await product.dispose();
  });

  it('makes a link of the code in a terminal, without any document open', async () => {
    const { window } = product;
    await window.runCommand('Open Terminal for Tests');
    await window.terminal.hoverLink('AuthFailure.SignatureExpire', 'Explain, or copy for support');
    await picture(window, 'terminal');
    await window.terminal.followLink('AuthFailure.SignatureExpire');
    assert.deepEqual(await window.quickPickItems(), ['Explain', 'Copy Support Ticket', 'Copy RequestId']);
    await window.pick('Copy Support Ticket');
    await window.messages.waitForNotification(/copied: RequestId 44444444-aaaa-4bbb-8ccc-000000000001/);
    const ticket = await window.clipboard();
    assert.match(ticket, /^Error code: {2}AuthFailure\.SignatureExpire \(.*\)$/m);
    assert.match(ticket, /^Found in: {4}terminal deploy, line 1$/m);
    await window.runCommand('Notifications: Clear All Notifications');
    await window.runCommand('View: Toggle Panel Visibility');
  });

  it('makes a link of a code that is alone on its line, of an unwrapped response, and of one with its product', async () => {
    const { window } = product;
    await window.runCommand('Open Terminal With JSON for Tests');
    await window.terminal.hoverLink('RequestLimitExceeded', 'Explain, or copy for support');
    // VS Code goes on with how to follow the link.
    await window.terminal.hoverLink('UnauthorizedOperation.CamNoAuth', 'Explain (');
    await window.terminal.followLink('UnauthorizedOperation.CamNoAuth');
    await window.page.locator('.tab.active', { hasText: 'Preview UnauthorizedOperation.CamNoAuth.md' }).waitFor();
    await window.terminal.hoverLink('InvalidZone.MismatchRegion', 'Explain, or copy for support');
    await window.terminal.followLink('InvalidZone.MismatchRegion');
    await window.pick('Explain');
    const page = window.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await page.getByText('Product: cvm').waitFor();
    await window.runCommand('View: Close All Editors');
    await window.runCommand('View: Toggle Panel Visibility');
  });

  it('counts the responses of a document in the language status', async () => {
    const { window } = product;
    await window.openFile('deploy.log');
    await window.messages.languageStatus('3 API responses, 3 failures');
    await window.openFile('unrelated.json');
    // Opening documents, malformed or not, shows no messages.
    await window.openFile('malformed.json');
    await window.problems(2);
    assert.deepEqual(await window.notifications(), []);
    await window.openFile('unrelated.json');
  });

  /** Checks the whole workspace, and returns the rows of the view with all failures. */
  async function checkAll(problems: number): Promise<Locator> {
    const { window } = product;
    await window.runCommand('Tencent Cloud API: Check API Responses in Workspace');
    const summary = await window.messages.waitForNotification(/^\d+ files: /);
    assert.match(summary, new RegExp(`^\\d+ files: \\d+ responses, \\d+ failures, ${problems} problems\\.$`));
    await window.messages.pressNotificationButton('Show Failures');
    const rows = window.page.locator('.part.panel .tree-explorer-viewlet-tree-view .monaco-list-row');
    // The view takes the focus once it is there.
    await rows.first().waitFor();
    await window.runCommand('Notifications: Clear All Notifications');
    await waitUntil('the messages to go', async () => (await window.notifications()).length === 0);
    return rows;
  }

  /** Puts a file first in the view, which has the newest first, and as many as its height has room for. */
  function touch(name: string): void {
    const later = new Date(Date.now() + 1_000);
    fs.utimesSync(path.join(product.folder, name), later, later);
  }

  it('checks the whole workspace and lists the failures in a view', async () => {
    const { window } = product;
    touch('deploy.log');
    const rows = await checkAll(3);
    assert.ok((await rows.count()) > 5, (await rows.allInnerTexts()).join('\n'));
    await picture(window, 'failures');

    await window.runCommand('Tencent Cloud API: Find Failures');
    const search = window.page.locator('.part.panel .tree-explorer-viewlet-tree-view .monaco-tree-type-filter');
    await search.locator('input').fill('RequestLimit');
    await search.locator('[aria-label^="Filter"]').click();
    await waitFor(
      'only the failures that are looked for',
      () => rows.allInnerTexts(),
      (all) => all.length > 0 && all.every((text) => !text.includes('UnauthorizedOperation')),
    );
    await window.page.keyboard.press('Escape');

    await rows.filter({ hasText: 'deploy.log:7' }).first().click();
    await window.page.locator('.tab.active[data-resource-name="deploy.log"]').waitFor();
  });

  it('tells files of the same name apart by their folders, and has a menu on each failure', async () => {
    const { window, folder } = product;
    for (const name of ['east', 'west']) {
      fs.mkdirSync(path.join(folder, name));
      const failure = { Error: { Code: 'InternalError', Message: 'm' }, RequestId: `in-the-${name}` };
      fs.writeFileSync(path.join(folder, name, 'same.json'), JSON.stringify({ Response: failure }));
      touch(`${name}/same.json`);
    }
    const rows = (await checkAll(3)).filter({ hasText: 'same.json' });
    assert.deepEqual((await rows.allInnerTexts()).map((text) => /east|west/.exec(text)?.[0]).sort(), ['east', 'west']);
    await rows.filter({ hasText: 'west' }).click({ button: 'right' });
    const entries = window.page.locator('.context-view.monaco-menu-container .action-label:not(.separator)');
    await entries.first().waitFor();
    assert.deepEqual(
      (await entries.allInnerTexts()).map((text) => text.trim()).filter((text) => text !== ''),
      ['Explain', 'Copy Ticket', 'Copy RequestId'],
    );
    const entry = entries.filter({ hasText: 'Copy RequestId' });
    await waitUntil('the RequestId to be copied', async () => {
      // A menu takes no notice of clicks at first.
      await entry.click({ timeout: 1_000 }).catch(() => undefined);
      return (await window.clipboard()) === 'in-the-west';
    });
    await window.runCommand('Notifications: Clear All Notifications');
  });

  it('has each failure on one line of that view, whatever is in it', async () => {
    const folded = '{"Response":{"Error":{"Code":"InternalError\\nA","Message":"m\\nn"},"RequestId":"r\\nq"}}';
    fs.writeFileSync(path.join(product.folder, 'folded.json'), folded);
    touch('folded.json');
    const rows = await checkAll(4);
    const row = rows.filter({ hasText: 'folded.json' });
    assert.match(await row.innerText(), /r q/);
    assert.match((await row.getAttribute('aria-label')) ?? '', /m n/);
    const texts = await rows.allInnerTexts();
    assert.ok(!texts.some((text) => text.includes('\\u000a')), texts.join('\n'));
  });

  it('stops the check when the user cancels it, and says how far it got', async () => {
    const { window, folder } = product;
    fs.mkdirSync(path.join(folder, 'many'));
    for (let index = 0; index < 4_000; index++) {
      fs.writeFileSync(path.join(folder, `many/${index}.json`), '{"Response":{"RequestId":"r"}}');
    }
    await window.runCommand('Notifications: Clear All Notifications');
    const server = await runningServer(window);
    const isCounting = async (): Promise<boolean> =>
      (await window.notifications()).some((text) => /^Checking API responses in all files: \d+ of \d+/.test(text));
    // The server is slowed down, so that the check is still running at the click.
    process.kill(server.pid, 'SIGSTOP');
    try {
      await window.runCommand('Tencent Cloud API: Check API Responses in Workspace');
      await waitUntil('the check to count files', async () => {
        process.kill(server.pid, 'SIGCONT');
        const counts = await isCounting();
        process.kill(server.pid, 'SIGSTOP');
        return counts || isCounting();
      });
      await window.messages.pressNotificationButton('Cancel');
    } finally {
      process.kill(server.pid, 'SIGCONT');
    }
    const summary = await window.messages.waitForNotification(/^Check stopped: /);
    const [, checked = '', total = ''] = /^Check stopped: (\d+) of (\d+) files: /.exec(summary) ?? [];
    assert.ok(Number(total) > 4_000 && Number(checked) < Number(total), summary);
  });
});
