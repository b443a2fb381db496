import fc from 'fast-check';
import assert from 'node:assert/strict';
import { textsFor } from '../../server/src/lsp/session/encodedText';
import { ChunkedText } from '../../server/src/service';
import { encode, type Encoding } from '../support/positionEncodings';
import { serviceWith } from '../support/service';

const encodings: readonly Encoding[] = ['utf-8', 'utf-32'];
const texts = fc
  .array(fc.constantFrom('a', '"', 'é', '响', '🔑', '\n', '\r\n', '\r', '\ud83d'), { maxLength: 40 })
  .map((parts) => parts.join(''));

function create(text: string, encoding: Encoding): ChunkedText {
  return textsFor({ general: { positionEncodings: [encoding] } })({
    uri: 'file:///a.json',
    languageId: 'json',
    version: 1,
    text,
  });
}

/** The offsets that are not inside a character. */
function boundaries(text: string): number[] {
  return Array.from(text).reduce<number[]>((offsets, each) => [...offsets, (offsets.at(-1) ?? 0) + each.length], [0]);
}

describe('texts with positions in UTF-8 and UTF-32', () => {
  for (const encoding of encodings) {
    it(`converts each offset to ${encoding} and back`, () => {
      const property = fc.property(texts, (text) => {
        const plain = new ChunkedText('', 'json', 1, text);
        const encoded = create(text, encoding);
        for (const offset of boundaries(text)) {
          const position = encode(text, plain.positionAt(offset), encoding);
          assert.deepEqual(encoded.positionAt(offset), position);
          assert.equal(encoded.offsetAt(position), plain.offsetAt(plain.positionAt(offset)));
        }
      });
      fc.assert(property);
    });

    it(`applies changes in ${encoding}`, () => {
      const property = fc.property(texts, texts, fc.nat(), fc.nat(), (text, inserted, one, other) => {
        const plain = new ChunkedText('', 'json', 1, text);
        const offsets = boundaries(text);
        const [start, end] = [one, other]
          .map((each) => offsets[each % offsets.length] ?? 0)
          .sort((a, b) => a - b)
          .map((offset) => plain.positionAt(offset));
        const range = { start: start!, end: end! };
        const encoded = { start: encode(text, start!, encoding), end: encode(text, end!, encoding) };
        assert.equal(
          create(text, encoding)
            .update([{ range: encoded, text: inserted }], 2)
            .getText(),
          plain.update([{ range, text: inserted }], 2).getText(),
        );
      });
      fc.assert(property);
    });

    it(`takes positions in ${encoding} that are nowhere for the nearest before`, () => {
      const text = create('é🔑\r\n响', encoding);
      const inside = encoding === 'utf-8' ? 4 : 1.5;
      const offsets = [
        { line: 0, character: inside },
        { line: 0, character: 99 },
        { line: 0, character: -1 },
        { line: -1, character: 3 },
        { line: 1, character: 99 },
        { line: 9, character: 0 },
      ].map((position) => text.offsetAt(position));
      assert.deepEqual(offsets, [1, 3, 0, 0, 6, 6]);
    });

    it(`converts to ${encoding} in a line that is in many chunks`, () => {
      const line = `{"a": [${'"响应🔑", '.repeat(10_000)}1]}`;
      const text = create(line, encoding);
      serviceWith().parse(text);
      assert.ok(text.chunks.length > 3, `${text.chunks.length}`);
      for (const offset of [0, 7, line.length / 2, line.length - 3, line.length].map(Math.floor)) {
        const position = encode(line, { line: 0, character: offset }, encoding);
        assert.deepEqual(text.positionAt(offset), position);
        assert.equal(text.offsetAt(position), offset);
      }
    });
  }
});
