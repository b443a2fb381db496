import fc from 'fast-check';
import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { apply, completionsIn, type CompletionOptions } from '../../support/completion';
import { hostileTexts } from '../../support/hostile';
import { seedFailure, seedSuccess } from '../../support/seed';
import { read } from '../../support/service';

/** Well-formed documents with missing members, on one line and on several. */
const documents = [
  seedSuccess,
  seedFailure,
  '',
  ' \n ',
  '{}',
  '{"a": {"b": [1, "2", {"c": null}]}, "d": true}',
  '{"Response": {}}',
  '{"Response": {"Error": {}, "RequestId": "r"}}',
  '{"Response": {"Error": {"Code": "Internal\\u0045rror\\""}, "More": {"Error": {"Code": ""}}}}',
  '{"Response": {"Error": {"Message": "\\"}, {"}}, "a": {"Response": {"Error": {"Code": "x"}}}}',
  '[{"Response": {"RequestId": 1}}, {"Response": {"Error": {"Code": "c", "x": [{}]}}}]',
  ...hostileTexts.map((text) => JSON.stringify({ Response: { Error: { Code: text }, Data: text } })),
];

const ways: readonly CompletionOptions[] = [
  {},
  { declared: true },
  { unwrapped: true },
  { languageId: 'jsonc', declared: true },
  { languageId: 'jsonl', declared: true },
];

describe('completion, at every place', () => {
  it('leaves a well-formed document well-formed, whatever is chosen', () => {
    for (const asked of ways) {
      for (const text of documents.filter((each) => asked.languageId !== 'jsonl' || !each.includes('\n'))) {
        for (let offset = 0; offset <= text.length; offset++) {
          const items = completionsIn(text, offset, asked);
          // The edits of all codes are alike.
          for (const item of items.length > 5 ? items.slice(0, 1) : items) {
            const after = apply(text, offset, item);
            assert.doesNotThrow(() => JSON.parse(after) as unknown, `${text} at ${offset}: ${after}`);
          }
        }
      }
    }
  });

  it('inserts missing members', () => {
    for (const text of documents) {
      for (let offset = 0; offset <= text.length; offset++) {
        for (const item of completionsIn(text, offset).filter(({ label }) => label === 'RequestId')) {
          const after = read(apply(text, offset, item)).envelopes;
          const before = read(text).envelopes;
          const without = (envelopes: typeof after): number =>
            envelopes.filter(({ requestId }) => requestId === undefined).length;
          assert.ok(without(after) <= without(before));
          assert.equal(after.length, before.length);
        }
      }
    }
  });

  it('works in truncated and random texts', () => {
    const look = (text: string, at: number): void => {
      const document = TextDocument.create('', '', 1, text);
      // There is no position inside a line break.
      const offset = document.offsetAt(document.positionAt(at));
      for (const asked of ways) {
        const items = completionsIn(text, offset, { ...asked, snippets: true });
        for (const item of items.length > 5 ? items.slice(0, 1) : items) {
          apply(text, offset, item);
        }
      }
    };
    for (const text of [seedFailure, seedSuccess, JSON.stringify(JSON.parse(seedFailure))]) {
      for (let length = 0; length <= text.length; length++) {
        look(text.slice(0, length), length);
        look(`${text.slice(0, length)}${text.slice(length + 1)}`, length);
        look(`${text.slice(0, length)}"${text.slice(length)}`, length + 1);
      }
    }
    const pieces = [
      '{"Response":',
      '"Error":',
      '"Code":',
      '"RequestId": "r"',
      '"c"',
      '"',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
    ];
    const rest = ['\n', '\r\n', ' ', '\\', '/*', '*/', '//', 'x', '1', '\ud83d', '\u0000', '\ufeff'];
    const text = fc
      .array(fc.constantFrom(...pieces, ...pieces, ...rest), { maxLength: 30 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(), (any, at) => look(any, at % (any.length + 1))),
      { numRuns: 3000 },
    );
  });

  it('reads only a stretch around the cursor', () => {
    const item = '{"Name": "instance", "Tags": ["a", "b"]},';
    const text = `{"Response": {"Data": [${item.repeat(20_000)}0], "Error": {"Code": ""}, "Data2": [${item.repeat(20_000)}0]}}`;
    const offset = text.indexOf('"Code": "') + '"Code": "'.length;
    assert.ok(completionsIn(text, offset).some(({ label }) => label === 'InternalError'));
    const behind = text.length - 2;
    assert.deepEqual(
      completionsIn(text, behind).map(({ label }) => label),
      ['RequestId'],
    );
    const blank = ' '.repeat(10_000);
    assert.deepEqual(completionsIn(`{"Response": {"RequestId": "r",${blank}}}`, 9000), []);
  });
});
