import fc from 'fast-check';
import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Positions } from '../../server/src/cli/results/positions';
import { decodeUtf8, textOf } from '../../server/src/files/encoding';
import { mayHoldResponse } from '../../server/src/service';
import { read } from '../support/service';

/** Optimizations of `check` must give the same results as the simple way. */
describe('command line: shortcuts of check', () => {
  describe('mayHoldResponse', () => {
    const names = ['Response', '\\u0052esponse', 'Respons\\u0065', 'response', 'Re\\sponse', 'Resp\\qonse', 'Respönse'];
    const fragment = fc.oneof(
      fc.constantFrom(...names.map((name) => `"${name}": {`), ...names, ...names.map((name) => `"${name}`)),
      fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', '\n', ' ', '// ', '/*', '*/', '\ufeff', '签', '\u2028'),
      fc.constantFrom('"RequestId": "r"', '"Error": {"Code": "c"}', '"a": 1', 'null', '\\/', '\\n', '\\u'),
    );
    const text = fc.oneof(
      fc.array(fragment, { maxLength: 30 }).map((fragments) => fragments.join('')),
      fc
        .tuple(fc.constantFrom(...names), fc.constantFrom('', ' ', '\n', '/**/'))
        .map(([name, gap]) => `{"a":${gap}{"${name}":${gap}{"Error": {"Code": "c"}, "RequestId": "r"}${gap}}}`),
    );

    it('has no false negatives', () => {
      let skipped = 0;
      fc.assert(
        fc.property(text, fc.constantFrom('json', 'jsonc', 'jsonl', 'plaintext'), (content, languageId) => {
          const bytes = Buffer.from(content);
          if (!mayHoldResponse(bytes)) {
            skipped++;
            assert.deepEqual(read(textOf(bytes), { languageId }), { envelopes: [], breaks: [], missingResponses: [] });
          }
        }),
        { numRuns: 5_000 },
      );
      assert.ok(skipped > 500, `only ${skipped} texts were skipped`);
    });

    it('accepts a name that is escaped, or may be', () => {
      const answers = names.map((name) => mayHoldResponse(Buffer.from(`{"${name}": {"Error": {"Code": "c"}}}`)));
      assert.deepEqual(answers, [true, true, true, false, false, false, false]);
    });
  });

  it('decodeUtf8 decodes as Node does, whatever the bytes', () => {
    const character = fc.oneof(
      fc.constantFrom(...[0x7f, 0x80, 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80, 0xed, 0xa0, 0xff]),
      fc.nat(255),
    );
    const bytes = fc.oneof(
      fc.array(character, { maxLength: 20 }).map((units) => Buffer.from(units)),
      fc.string({ unit: 'binary', maxLength: 20 }).map((content) => Buffer.from(content)),
      fc.string({ unit: 'binary-ascii' }).map((content) => Buffer.from(content)),
    );
    fc.assert(
      fc.property(bytes, (each) => assert.equal(decodeUtf8(each), each.toString('utf8'))),
      { numRuns: 5_000 },
    );
    const long = Buffer.from('签é'.repeat(7_000_000));
    assert.ok(decodeUtf8(long) === long.toString('utf8'));
  });

  it('positions are those of a TextDocument, in any order', () => {
    const text = fc
      .array(fc.constantFrom('a', '签', '😀', '\n', '\r', '\r\n', 'bc'), { maxLength: 30 })
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.array(fc.nat(60), { maxLength: 10 }), (content, offsets) => {
        const document = TextDocument.create('', 'json', 0, content);
        const positions = new Positions(content);
        for (const offset of offsets) {
          assert.deepEqual(positions.at(offset), document.positionAt(offset), `at ${offset}`);
        }
      }),
      { numRuns: 5_000 },
    );
  });
});
