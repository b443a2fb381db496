import assert from 'node:assert/strict';
import { LanguageServer } from '../support/languageServer';
import { codesOf } from './expected';

const uri = 'file:///w/a';

/** Edits per session, see CONTRIBUTING.md: as many as a normal run has time for. */
const usualEdits = Number(process.env.MEMORY_TEST_EDITS ?? 20_000);

/** The heap the server may have, in MB, twice what 1 MB of text needs: one that keeps 1 kB per edit runs out of it. */
const heap = 48;

/** Edits between requests, and per line. */
const pause = 10;
const stay = 40;

const items = '{"Name":"instance","Tags":["a","b"]},'.repeat(30);
const envelope = (id: string): string =>
  `{"Response":{"Items":[${items}0],"Error":{"Code":"InternalError","Message":"m"},"RequestId":${id}}}`;

const sdkText = '[TencentCloudSDKError] Code=InternalError, Message=a long message, in two parts, RequestId=r';

/** Documents of 1 MB, how many edits they get, and the only finding at their end. */
const documents = [
  { languageId: 'json', line: `${envelope('"r"')},`, last: envelope('1'), begin: '[', end: ']', edits: usualEdits },
  {
    languageId: 'log',
    line: `2026-03-02T02:11:41.902Z ERROR deploy: ${sdkText} ${'x'.repeat(400)} body ${envelope('"r"')}`,
    last: envelope('1'),
    begin: '',
    end: '',
    edits: usualEdits / 2,
  },
] as const;

/** Text that is typed, and removed by the next edit. */
const typed = ['x', ' ', '1', '😀', 'word', '\n', '0.5', '中文', 'e', '-', 'true', '.'];

/** Text that changes the meaning of everything after it; inserted occasionally. */
const torn = ['"', '{', '[', '}', ']', ',{"a":', '{"Response":{', '/*', '"Code":"Q",'];

/** A seeded generator of numbers from 0 to 1. */
function random(): () => number {
  let state = 20251030;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const empty = { responses: 0, failures: 0, tooLarge: false, tooDeep: false, hasPolicyDraft: false };

describe('language server: memory', () => {
  for (const { languageId, line: whole, last, begin, end: close, edits } of documents) {
    it(`stays below ${heap} MB over ${edits} edits of 1 MB of ${languageId}`, async function () {
      this.timeout(60_000 + edits * 10);
      const server = await LanguageServer.start({ env: { NODE_OPTIONS: `--max-old-space-size=${heap}` } });
      const lines = Math.ceil(1_000_000 / whole.length);
      await server.open(uri, `${begin}${`${whole}\n`.repeat(lines)}${last}${close}`, languageId);
      const next = random();
      const below = (limit: number): number => Math.floor(next() * limit);
      let line = 0;
      for (let edit = 0; edit < edits; edit += 2) {
        line = edit % stay === 0 ? below(lines) : line;
        const texts = below(100) === 0 ? torn : typed;
        const text = texts[below(texts.length)] ?? '';
        const character = below(1200);
        const start = { line, character };
        const end = text === '\n' ? { line: line + 1, character: 0 } : { line, character: character + text.length };
        await server.change(uri, { range: { start, end: start }, text });
        if (edit % pause === 0) {
          await server.diagnostics(uri);
        }
        await server.change(uri, { range: { start, end }, text: '' });
      }
      assert.deepEqual(codesOf(await server.diagnostics(uri)), ['request-id-not-string']);
      assert.equal(await server.stop(), 0);
    });
  }

  it('stays below 1 GB with four documents of 20 MB that hold nothing but failures, and says that it does not read them', async function () {
    this.timeout(120_000);
    const server = await LanguageServer.start({ env: { NODE_OPTIONS: '--max-old-space-size=1000' } });
    const failure = '{"Response":{"Error":{"Code":"x"}}},';
    for (const name of ['a', 'b', 'c', 'd']) {
      const textDocument = { uri: `file:///w/${name}.json` };
      await server.open(textDocument.uri, `[${failure.repeat(20_000_000 / failure.length - 1)}1]`);
      assert.deepEqual(await server.request('textDocument/diagnostic', { textDocument }), { kind: 'full', items: [] });
      assert.deepEqual(await server.request('apiResponse/status', textDocument), {
        ...empty,
        tooLarge: 'responses',
      });
    }
    assert.equal(await server.stop(), 0);
  });

  it('is given to a document with too many responses if the user wants it, or once it has fewer', async function () {
    this.timeout(120_000);
    const server = await LanguageServer.start();
    const responses = 100_001;
    const success = '{"Response":{"RequestId":"r"}},\n';
    const status = (): Promise<unknown> => server.request('apiResponse/status', { uri });
    await server.open(uri, `[${success.repeat(responses)}1]`, 'json');
    assert.deepEqual(await status(), { ...empty, tooLarge: 'responses' });
    await server.change(uri, { text: `[${success.repeat(responses / 2)}1]` });
    assert.deepEqual(await status(), { ...empty, responses: 50_000 });
    await server.change(uri, { text: `[${success.repeat(responses)}1]` });
    assert.deepEqual(await status(), { ...empty, tooLarge: 'responses' });
    await server.notify('apiResponse/readAnyway', { uri });
    assert.deepEqual(await status(), { ...empty, responses });
    assert.equal(await server.stop(), 0);
  });
});
