// Functions passed to the page use its elements.
/// <reference lib="dom" />
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { waitFor, waitUntil } from '../embedded-vscode';
import { hostileTexts, invisibleCharacters } from '../support/hostile';
import { blockOutside, openProduct, type ProductWindow } from './support';

interface HostileCode {
  readonly code: string;
  /** What a reader of the hover must see. */
  readonly shown: string;
}

const codes: readonly HostileCode[] = [
  ...hostileTexts.map((code) => ({ code, shown: oneLine(code) })),
  ...Object.values(invisibleCharacters).map((character) => ({
    code: `Internal${character}Error`,
    shown: `Internal\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}Error`,
  })),
];

/** Each code is on its own line, see `lineOf`. */
const linesEach = 5;
const hostileDocument = [
  '[',
  codes
    .map(({ code }, index) =>
      [
        '  { "Response": { "Error": {',
        '    "Code":',
        `      ${JSON.stringify(code)},`,
        `    "Message": ${JSON.stringify(code)} },`,
        `    "RequestId": "r${index}" } }`,
      ].join('\n'),
    )
    .join(',\n'),
  ']',
].join('\n');
const lineOf = (index: number): number => 2 + index * linesEach + 2;

const hostileId = '[Fix](command:workbench.action.quit) $(alert) \u202eabc';
const shownId = '[Fix](command:workbench.action.quit) $(alert) \\u202eabc';
const hostileFailure = { Response: { Error: { Code: '$(bug) c', Message: 'm' }, RequestId: hostileId } };

/** A link or an image on the screen: its target and text. */
interface Live {
  readonly tag: string;
  readonly target: string;
  readonly text: string;
}

/** The link of a diagnostic's code, with the ID of one of our rules. */
const linkToRule = /^command:apiResponse\.showRule\?\["[a-z-]+"\]$/;

describe('Hostile text from a document', function () {
  this.timeout(300_000);

  let product: ProductWindow;
  /** URLs outside of this machine that the window requested; all are blocked. */
  let outside: readonly string[];

  before(async () => {
    // The editor's own links would be among those of the hover.
    product = await openProduct({ settings: { 'editor.links': false } });
    fs.writeFileSync(path.join(product.folder, 'hostile.json'), hostileDocument);
    fs.writeFileSync(path.join(product.folder, 'two-failures.json'), JSON.stringify([hostileFailure, hostileFailure]));
    outside = await blockOutside(product.window);
    await product.window.openFile('hostile.json');
    // Findings show that the extension is active.
    await product.window.problems(1);
    await product.window.runCommand('View: Toggle Panel Visibility');
  });

  after(async () => {
    await product.dispose();
  });

  /** The hover at the cursor, opened by key; its text and what in it is live. */
  async function hoverAtCursor(): Promise<{ text: string; live: Live[] }> {
    const { page } = product.window;
    const hover = page.locator('.monaco-editor .monaco-hover:not(.hidden)');
    const rows = hover.locator('.hover-row');
    const isComplete = async (): Promise<boolean> => {
      const all = await rows.allInnerTexts();
      return (
        all.some((row) => /Not in the list of known codes|Unknown; did you mean|Common code|Used by many/.test(row)) &&
        !all.some((row) => row.includes('Loading'))
      );
    };
    await waitUntil('the hover to be complete', async () => {
      await page.keyboard.press('Escape');
      await hover.first().waitFor({ state: 'hidden' });
      await page.keyboard.press('Control+K');
      await page.keyboard.press('Control+I');
      // The editor requests only once, and drops an answer if the cursor has moved.
      return waitUntil('this hover to be complete', isComplete, 5_000).then(
        () => true,
        () => false,
      );
    });
    const text = (await rows.allInnerTexts()).join('\n');
    const live = await rows.locator('a, img, iframe, video, audio, script, object, form').evaluateAll((elements) =>
      elements.map((element) => ({
        tag: element.tagName,
        target: element.getAttribute('data-href') ?? element.getAttribute('href') ?? element.getAttribute('src') ?? '',
        text: element.textContent,
      })),
    );
    await page.keyboard.press('Escape');
    await hover.first().waitFor({ state: 'hidden' });
    return { text, live };
  }

  for (const [index, { code, shown }] of codes.entries()) {
    it(`is shown verbatim, and nothing of it is live: ${JSON.stringify(code)}`, async () => {
      await product.window.goToLine(lineOf(index), 8);
      const { text, live } = await hoverAtCursor();
      assert.ok(oneLine(text).includes(shown), text);
      // The diagnostic of the code brings the link to its rule and the actions of the editor.
      const ours = live.filter(
        ({ target, text: label }) =>
          !linkToRule.test(target) &&
          !(label === 'More' && isExplanation(target, code)) &&
          !(label === 'Documentation' && target.startsWith('https://www.tencentcloud.com/document/')) &&
          !(target === '' || target === '#'),
      );
      assert.deepEqual(ours, []);
      assert.deepEqual(
        live.filter(({ tag }) => tag !== 'A'),
        [],
      );
    });
  }

  it('is no link in the Problems panel', async () => {
    await product.window.problems(10);
    const links = product.window.page.locator('.markers-panel-container .monaco-list-row a');
    const targets = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    assert.deepEqual(
      targets.filter((target) => !linkToRule.test(target) && target !== '#' && target !== ''),
      [],
    );
    await product.window.runCommand('View: Toggle Panel Visibility');
  });

  it('cannot be explained as a code, since it does not look like one', async () => {
    const { window } = product;
    for (const hostile of ['[click](https://evil.example/)', '<img src=https://evil.example/track.png>']) {
      await window.runCommand('Tencent Cloud API: Explain Error Code…');
      await window.page.keyboard.type(hostile);
      assert.deepEqual(
        (await window.quick.settledItems()).filter((label) => label.includes('evil')),
        [],
      );
      await window.quick.dismiss();
    }
  });

  it('is neither a link nor an icon in messages and picks', async () => {
    const { window } = product;
    await window.openFile('two-failures.json');
    await window.goToLine(1, 1);
    await window.runCommand('Tencent Cloud API: Copy RequestId');
    const [row] = await window.quick.details();
    assert.equal(row, `$(bug) c${shownId} · Failure, line 1`);
    await window.pick('$(bug) c');
    await window.messages.waitForStatus(`RequestId ${shownId} copied`);
    await window.runCommand('Tencent Cloud API: Copy Support Ticket');
    await window.pick('$(bug) c');
    await window.messages.waitForNotification(/Support ticket copied/);
    assert.equal(await window.page.locator('.notification-list-item-message a').count(), 0);
    await window.runCommand('Notifications: Clear All Notifications');
  });

  it('is no link in a message about a setting of the workspace', async () => {
    const { window, folder } = product;
    fs.mkdirSync(path.join(folder, '.vscode'), { recursive: true });
    const settings = { 'apiResponse.catalogs': ['[Repair now](command:workbench.action.quit)'] };
    fs.writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify(settings));
    assert.equal(
      await window.messages.waitForNotification(/apiResponse\.catalogs/),
      'apiResponse.catalogs: there is no file "[Repair now] (command:workbench.action.quit)" in the workspace. Correct the setting.',
    );
    assert.equal(await window.page.locator('.notification-list-item-message a').count(), 0);
    await window.runCommand('Notifications: Clear All Notifications');
  });

  it('made no request, and opened no page', async () => {
    const { page } = product.window;
    await waitFor(
      'the window to be idle',
      () => page.evaluate('document.readyState'),
      (state) => state === 'complete',
    );
    assert.deepEqual(outside, []);
    assert.equal(page.context().pages().length, 1);
  });
});

/** Whether a link explains this code, and does nothing else. */
function isExplanation(target: string, code: string): boolean {
  const [, query = ''] = /^command:apiResponse\.explainErrorCode\?([^?]*)$/.exec(target) ?? [];
  const [argument, ...others] = JSON.parse(decodeURIComponent(query) || '[]') as { code: string; uri: string }[];
  return argument?.code === code.trim() && argument.uri.endsWith('/hostile.json') && others.length === 0;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
