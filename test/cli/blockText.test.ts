import fc from 'fast-check';
import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { BlockText, type Bytes } from '../../server/src/cli/input/blockText';
import { textOf } from '../../server/src/files/encoding';

const mark = '\ufeff';

/** The ways in which a text may be written, each with its decoder. */
const encodings: readonly (readonly [label: string, encode: (text: string) => Buffer])[] = [
  ['utf-8', (text) => Buffer.from(text)],
  ['utf-8', (text) => Buffer.from(mark + text)],
  ['utf-16le', (text) => Buffer.from(mark + text, 'utf16le')],
  ['utf-16be', (text) => Buffer.from(mark + text, 'utf16le').swap16()],
];

const inMemory = (bytes: Buffer): Bytes => ({
  length: bytes.length,
  read: (start, end) => bytes.subarray(start, end),
});

describe('command line: a text that is read in blocks', () => {
  const pieces = fc.constantFrom('a', 'é', '签', '😀', '\ud83d', '\ude00', '\n', '\r', '\r\n', 'bc', mark, '\u0a0d');
  const content = fc.array(pieces, { maxLength: 30 }).map((each) => each.join(''));
  const encoding = fc.constantFrom(...encodings);
  const blockLength = fc.integer({ min: 2, max: 12 }).map((half) => 2 * half);
  /** Bytes that are left over at the end. */
  const rest = fc.constantFrom<readonly number[]>([], [0x61], [0xe7], [0xf0, 0x9f]);

  it('is the same as when it is decoded at once, whatever is cut in two', () => {
    fc.assert(
      fc.property(content, encoding, blockLength, rest, (text, [label, encode], length, extra) => {
        const bytes = Buffer.concat([encode(text), Buffer.from(extra)]);
        const whole = new TextDecoder(label).decode(bytes);
        const blocks = [...new BlockText(inMemory(bytes), length).blocks()];
        assert.equal(blocks.join(''), whole);
        assert.equal(textOf(bytes), whole);
        const isCut = blocks
          .slice(1)
          .some((block, index) =>
            /[\ud800-\udbff]\0[\udc00-\udfff]|\r\0\n/.test(`${blocks[index]?.slice(-1)}\0${block.slice(0, 1)}`),
          );
        assert.ok(!isCut);
      }),
      { numRuns: 5_000 },
    );
  });

  it('has the positions of a TextDocument', () => {
    const offsets = fc.array(fc.nat(60), { maxLength: 10 });
    fc.assert(
      fc.property(content, encoding, blockLength, offsets, (text, [, encode], length, places) => {
        const bytes = encode(text);
        const whole = textOf(bytes);
        const document = TextDocument.create('', 'json', 0, whole);
        const read = new BlockText(inMemory(bytes), length);
        for (const offset of places) {
          assert.deepEqual(read.positionAt(offset), document.positionAt(offset), `at ${offset}`);
          assert.equal(read.slice(offset, offset + 9), whole.slice(offset, offset + 9));
        }
      }),
      { numRuns: 5_000 },
    );
  });
});
