import assert from 'node:assert/strict';
import { LanguageServer, notPulling } from '../support/languageServer';
import { codesOf } from './expected';

const uri = 'file:///w/large.json';
const other = 'file:///w/other.json';
const million = 1_000_000;

/** The end of every document, with a finding that shows it was read. */
const failure = '{"Response":{"Error":{"Code":"AuthFailure.SignatureFailure","Message":"m"},"RequestId":1}}';
const item = '{"Name":"instance","Id":123,"On":true,"Tags":["a","b"]},';
const success = '{"Response":{"RequestId":"r"}}';

const arrays = '['.repeat(million) + ']'.repeat(million);
const objects = '{"a":'.repeat(million) + '1' + '}'.repeat(million);

/** A failure with a given payload. */
const around = (payload: string): string =>
  `{"Response":{"Data":${payload},"Error":{"Code":"AuthFailure.SignatureFailure","Message":"m"},"RequestId":1}}`;

interface Large {
  readonly text: () => string;
  readonly languageId?: string;
  readonly findings: readonly string[];
}

const found = ['request-id-not-string'];
const manyFound = [...Array<string>(100).fill('request-id-not-string'), 'more-findings'];
const documents: Readonly<Record<string, Large>> = {
  'a million arrays in each other': { text: () => arrays, findings: [] },
  'a million objects in each other': { text: () => objects, findings: [] },
  'a million arrays without end': { text: () => '['.repeat(million), findings: [] },
  'a million objects without end': { text: () => '{"a":'.repeat(million), findings: [] },
  'a payload of a million arrays': { text: () => around(arrays), findings: found },
  'a payload of a million objects': { text: () => around(objects), findings: found },
  'a response below a million arrays': {
    text: () => `${'['.repeat(million)}${failure}${']'.repeat(million)}`,
    findings: found,
  },
  'a response below a million objects': {
    text: () => `${'{"a":'.repeat(million)}${failure}${'}'.repeat(million)}`,
    findings: found,
  },
  'a million arrays, each after a comma': { text: () => '[1,'.repeat(million), findings: [] },
  'a million objects named Response in each other': { text: () => '{"Response":'.repeat(million), findings: [] },
  'one line of 20 MB': { text: () => around(`[${item.repeat((20 * million) / item.length)}0]`), findings: found },
  'one text of 20 MB': { text: () => around(`"${'x'.repeat(20 * million)}"`), findings: found },
  '50 MB of responses': {
    text: () => {
      const page = `{"Response":{"Items":[${item.repeat(100)}0],"RequestId":"r"}},\n`;
      return `[${page.repeat((50 * million) / page.length)}${failure}]`;
    },
    findings: found,
  },
  '100,000 lines, each a response': { text: () => `[\n${`${success},\n`.repeat(99_999)}${failure}]`, findings: found },
  '100,000 lines of JSON Lines': {
    text: () => `${`${success}\n`.repeat(99_999)}${failure}\n`,
    languageId: 'jsonl',
    findings: found,
  },
  '100,000 failures, each with a finding': {
    text: () => `[${`${failure},\n`.repeat(99_999)}${failure}]`,
    findings: manyFound,
  },
};

describe('language server: large documents', () => {
  for (const [what, { text: make, languageId = 'json', findings }] of Object.entries(documents)) {
    it(`are answered and leave it alive: ${what}`, async function () {
      this.timeout(600_000);
      const server = await LanguageServer.start({ initializationOptions: { maxFileSize: 100 } });
      const text = make();
      await server.open(uri, text, languageId);
      assert.deepEqual(codesOf(await server.diagnostics(uri)), findings);
      const place = text.lastIndexOf('AuthFailure');
      const before = text.slice(0, Math.max(place, 0));
      const line = before.split('\n').length - 1;
      const character = before.length - before.lastIndexOf('\n') - 1;
      assert.equal((await server.hover(uri, { line, character })) !== null, place >= 0);
      // Inserts and removes text, first some that changes the nesting of everything after it.
      for (const [at, inserted] of [
        [{ line: 0, character: 1 }, '['],
        [{ line: line >> 1, character: 30 }, ' '],
        [{ line, character: 0 }, 'x'],
      ] as const) {
        await server.change(uri, { range: { start: at, end: at }, text: inserted });
        await server.diagnostics(uri);
        const end = { line: at.line, character: at.character + 1 };
        await server.change(uri, { range: { start: at, end }, text: '' });
      }
      assert.deepEqual(codesOf(await server.diagnostics(uri)), findings);
      await server.close(uri);
      assert.deepEqual(await server.diagnostics(uri), []);
      await server.open(other, failure);
      assert.deepEqual(codesOf(await server.diagnostics(other)), found);
      assert.equal(await server.stop(), 0);
    });
  }

  it('are published too', async function () {
    this.timeout(600_000);
    const server = await LanguageServer.start({
      capabilities: notPulling,
      initializationOptions: { maxFileSize: 100 },
    });
    for (const text of [around(objects), around(`[${item.repeat((20 * million) / item.length)}0]`)]) {
      await server.open(uri, text);
      const from = server.published.length;
      assert.deepEqual(codesOf(await server.publishedFor(uri, 1, from)), found);
      await server.close(uri);
      assert.deepEqual(await server.publishedFor(uri, undefined, from), []);
    }
    assert.equal(await server.stop(), 0);
  });
});
