// Functions passed to the page use its elements.
/// <reference lib="dom" />
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { waitFor, waitUntil } from '../embedded-vscode';
import { id as secretId, leak } from '../support/secrets';
import { blockOutside, openProduct, picture, type ProductWindow } from './support';

/** A call as a gateway may log it. */
interface Call {
  readonly time?: string;
  readonly product: string;
  readonly code: string;
}

const idOf = (index: number): string => `66666666-aaaa-4bbb-8ccc-00000000000${index}`;

const lineOf = ({ time, product, code }: Call, index: number): string =>
  JSON.stringify({
    time,
    request: { host: `${product}.tencentcloudapi.com`, secretId },
    body: { Response: { Error: { Code: code, Message: 'm' }, RequestId: idOf(index + 1) } },
  });

const calls: readonly Call[] = [
  { time: '2026-03-02T02:11:05Z', product: 'cvm', code: 'RequestLimitExceeded' },
  { time: '2026-03-02T02:11:40Z', product: 'cvm', code: 'RequestLimitExceeded' },
  { time: '2026-03-02T10:13:07+08:00', product: 'cbs', code: 'UnauthorizedOperation' },
  { time: '2026-03-02T02:14:00Z', product: 'cbs', code: 'RequestLimitExceeded' },
  { product: 'cvm', code: `AuthFailure.SecretIdNotFound.${secretId}` },
];
const cleanCode = 'AuthFailure.SecretIdNotFound.[removed]';

const hostileCode = `"><script>isOwned = true</script><img src=https://evil.example/ onerror="isOwned = true">`;

describe('The failure report in a real window', function () {
  this.timeout(300_000);

  let product: ProductWindow;
  let outside: readonly string[];
  const complaints: string[] = [];

  before(async () => {
    product = await openProduct({ viewport: { width: 1040, height: 900 } }, (folder) => {
      fs.rmSync(folder, { recursive: true });
      fs.mkdirSync(folder);
      fs.writeFileSync(path.join(folder, 'success.json'), '{"Response":{"RequestId":"r"}}');
    });
    outside = await blockOutside(product.window);
    product.window.page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) {
        complaints.push(message.text());
      }
    });
    await product.window.runCommand('View: Toggle Primary Side Bar Visibility');
  });

  after(async () => {
    await product.dispose();
  });

  const report = (): FrameLocator =>
    product.window.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');

  const status = (): Locator => report().locator('#shown');

  async function statusIs(text: string): Promise<void> {
    await status()
      .filter({ hasText: new RegExp(`^${text}$`) })
      .waitFor();
  }

  /** The texts of a column of the list, counted from 1, as it is shown. */
  const column = (number: number): Promise<string[]> =>
    report().locator(`#failures tbody tr:not([hidden]) td:nth-child(${number})`).allInnerTexts();

  const ids = async (): Promise<string[]> => (await column(7)).map((id) => id.slice(-1));

  const counts = (caption: string): Promise<string[]> =>
    report()
      .locator('.counts', { hasText: caption })
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) =>
          [row.querySelector('th'), row.querySelector('td'), row.querySelector('rect')]
            .map((part) => part?.textContent || part?.getAttribute('width'))
            .join(' '),
        ),
      );

  async function checkWorkspace(summary: string): Promise<void> {
    const { window } = product;
    await window.runCommand('Tencent Cloud API: Check API Responses in Workspace');
    await summaryIs(summary);
  }

  async function summaryIs(summary: string): Promise<void> {
    const { window } = product;
    assert.equal(await window.messages.waitForNotification(/^\d+ files?: /), summary);
    await window.runCommand('Notifications: Clear All Notifications');
    await waitUntil('the messages to go', async () => (await window.notifications()).length === 0);
  }

  /** Presses a button that exports, and returns the lines of the document that it opens, which is closed again. */
  async function exported(button: string, start: string): Promise<string[]> {
    const { window } = product;
    await report().getByRole('button', { name: button }).click();
    await window.page.locator('.tab.active[data-resource-name^="Untitled-"]').waitFor();
    await window.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await window.editor.waitForText(start);
    await window.page.keyboard.press('Control+A');
    await window.runCommand('Copy');
    const text = await waitFor(
      'the document on the clipboard',
      () => window.clipboard(),
      (all) => all.startsWith(start),
    );
    await window.runCommand('View: Revert and Close Editor');
    await status().waitFor();
    return text.split(/\r?\n/);
  }

  it('is offered after a check, and says what to do where there are no failures', async () => {
    const { window, folder } = product;
    const offered = await window.commandsFor('Tencent Cloud API: Open Failure Report');
    assert.ok(!offered.includes('Tencent Cloud API: Open Failure Report'), offered.join());
    await checkWorkspace('1 file: 1 response, 0 failures, 0 problems.');
    await window.runCommand('Tencent Cloud API: Open Failure Report');
    assert.equal(
      await window.messages.waitForNotification(/no failures/),
      'There are no failures to report: none were found, or the workspace was not checked yet.',
    );
    assert.equal(await window.page.locator('iframe.webview').count(), 0);
    fs.writeFileSync(path.join(folder, 'calls.jsonl'), calls.map(lineOf).join('\n'));
    await window.messages.pressNotificationButton('Check Workspace');
    await summaryIs('2 files: 6 responses, 5 failures, 0 problems.');
  });

  it('counts the failures by code, by product and over time', async () => {
    const { window } = product;
    await window.runCommand('Tencent Cloud API: Open Failure Report');
    await statusIs('5 of 5');
    assert.deepEqual(await counts('By code'), [
      'RequestLimitExceeded 3 100%',
      `${cleanCode} 1 33.3%`,
      'UnauthorizedOperation 1 33.3%',
    ]);
    assert.deepEqual(await counts('By product'), ['cvm 3 100%', 'cbs 2 66.7%']);
    const line = report().getByRole('img');
    const lasting =
      'By minute (UTC, or the time as logged if it has no zone), from 2026-03-02 02:11 to 2026-03-02 02:14, at most 2';
    assert.equal(await line.getAttribute('aria-label'), lasting);
    assert.equal(await line.locator('polyline').getAttribute('points'), '0,0 200,120 400,60 600,60');
    assert.deepEqual(await ids(), ['5', '4', '3', '2', '1']);
    await picture(window, 'report');
  });

  it('shows the failures of the code or the product that is clicked', async () => {
    await report().getByRole('button', { name: 'cbs', exact: true }).click();
    await statusIs('2 of 5');
    assert.deepEqual(await ids(), ['4', '3']);
    assert.equal(await report().locator('#filter').inputValue(), 'cbs');
    await report().getByRole('button', { name: 'RequestLimitExceeded', exact: true }).click();
    await statusIs('3 of 5');
    assert.deepEqual(await ids(), ['4', '2', '1']);
  });

  it('shows the failures that have all words which are typed into the filter', async () => {
    const { page } = product.window;
    // The click has put the cursor there.
    await page.keyboard.type(' CBS');
    await statusIs('1 of 5');
    assert.deepEqual(await ids(), ['4']);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('nothing has this');
    await statusIs('0 of 5');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await statusIs('5 of 5');
  });

  it('is sorted by keyboard, and tells so', async () => {
    const { page } = product.window;
    const sorted = (): Promise<string[]> =>
      report()
        .locator('#failures th')
        .evaluateAll((heads) =>
          heads.flatMap((head) => (head.ariaSort === null ? [] : [`${head.textContent} ${head.ariaSort}`])),
        );
    assert.deepEqual(await sorted(), []);
    // From the filter over the list, which scrolls, to the first column and to the second.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.deepEqual(await sorted(), ['Time ascending']);
    assert.deepEqual(await ids(), ['5', '1', '2', '3', '4']);
    await page.keyboard.press('Enter');
    assert.deepEqual(await sorted(), ['Time descending']);
    assert.deepEqual(await ids(), ['4', '3', '2', '1', '5']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    assert.deepEqual(await sorted(), ['Code ascending']);
    assert.deepEqual(await ids(), ['5', '4', '2', '1', '3']);
  });

  it('opens a failure beside it, at its line', async () => {
    const { window } = product;
    await report().getByRole('button', { name: 'calls.jsonl:3' }).click();
    await window.page.locator('.editor-group-container.active .tab.active[data-resource-name="calls.jsonl"]').waitFor();
    await window.page.locator('#status\\.editor\\.selection', { hasText: /^Ln 3, / }).waitFor();
    assert.ok(await status().isVisible());
    assert.equal(await window.page.locator('.editor-group-container').count(), 2);
    await window.runCommand('View: Close Editor');
    await waitUntil('one group', async () => (await window.page.locator('.editor-group-container').count()) === 1);
  });

  it('is exported without secrets', async () => {
    const markdown = await exported('Export as Markdown', '# API Failure Report');
    assert.deepEqual(markdown.slice(0, 4), ['# API Failure Report', '', '5 failures', '']);
    assert.doesNotMatch(markdown.join(), leak);
    const csv = await exported('Export as CSV', 'Time,Code,');
    const frequency = 'The number of requests exceeds the frequency limit.';
    assert.deepEqual(csv, [
      'Time,Code,Meaning,Product,Fault,Place,RequestId',
      `,${cleanCode},,cvm,caller,calls.jsonl:5,${idOf(5)}`,
      `2026-03-02 02:14:00,RequestLimitExceeded,${frequency},cbs,caller,calls.jsonl:4,${idOf(4)}`,
      `2026-03-02 02:13:07,UnauthorizedOperation,Unauthorized operation.,cbs,account,calls.jsonl:3,${idOf(3)}`,
      `2026-03-02 02:11:40,RequestLimitExceeded,${frequency},cvm,caller,calls.jsonl:2,${idOf(2)}`,
      `2026-03-02 02:11:05,RequestLimitExceeded,${frequency},cvm,caller,calls.jsonl:1,${idOf(1)}`,
      '',
    ]);
    assert.doesNotMatch(csv.join(), leak);
    assert.doesNotMatch(await report().locator('html').innerHTML(), leak);
  });

  it('is as it was when it is shown again', async () => {
    assert.deepEqual(await ids(), ['5', '4', '2', '1', '3']);
    await report().locator('#filter').fill('cvm');
    await statusIs('3 of 5');
    await exported('Export as CSV', 'Time,Code,');
    await statusIs('3 of 5');
    assert.deepEqual(await ids(), ['5', '2', '1']);
    await report().locator('#filter').fill('');
  });

  it('shows the failures of a new check when it is opened again, and hostile text as it is', async () => {
    const { window, folder } = product;
    const failure = { Error: { Code: hostileCode, Message: hostileCode }, RequestId: idOf(9) };
    fs.writeFileSync(path.join(folder, 'hostile.json'), JSON.stringify({ Response: failure }));
    await checkWorkspace('3 files: 7 responses, 6 failures, 1 problem.');
    await statusIs('5 of 5');
    await window.runCommand('Tencent Cloud API: Open Failure Report');
    await statusIs('6 of 6');
    await report().getByRole('button', { name: hostileCode, exact: true }).click();
    await statusIs('1 of 6');
    assert.deepEqual(await column(2), [hostileCode]);
    assert.equal(await report().locator('img').count(), 0);
    assert.equal(await report().locator('body script').count(), 1);
  });

  it('loads nothing, and runs no script but its own', async () => {
    assert.deepEqual(complaints, []);
    const refused = await report()
      .locator('body')
      .evaluate(
        (body) =>
          new Promise<string[]>((resolve) => {
            const directives: string[] = [];
            document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
              directives.push(effectiveDirective);
              if (directives.length === 3) {
                resolve(directives);
              }
            });
            const script = document.createElement('script');
            script.textContent = 'isOwned = true';
            const image = document.createElement('img');
            image.src = 'https://evil.example/';
            body.append(script, image);
            fetch('https://evil.example/').catch(() => undefined);
          }),
      );
    assert.deepEqual(refused.sort(), ['connect-src', 'img-src', 'script-src-elem']);
    assert.equal(
      await report()
        .locator('body')
        .evaluate(() => 'isOwned' in globalThis),
      false,
    );
    assert.deepEqual(outside, []);
  });
});
