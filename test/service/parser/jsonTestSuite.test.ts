import { parse, type ParseError } from 'jsonc-parser';
import assert from 'node:assert/strict';
import { ChunkedText } from '../../../server/src/service';
import type { ParsedText } from '../../../server/src/service/envelope/envelope';
import { seedFailure, seedSuccess } from '../../support/seed';
import { parseInPieces, read, contentOf } from '../../support/service';

/**
 * The classes of the public JSONTestSuite (nst/JSONTestSuite, test_parsing), in texts of our own: all that there are up
 * to a length, and texts that break off anywhere. Encodings are in test/cli/encodings.test.ts.
 */

const uri = 'file:///x.json';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** All sequences of up to so many pieces. */
function* sequences(pieces: readonly string[], most: number, start = ''): Generator<string> {
  yield start;
  if (most > 0) {
    for (const piece of pieces) {
      yield* sequences(pieces, most - 1, start + piece);
    }
  }
}

/** Asserts that a declared document has a break exactly if JSON.parse rejects it. */
function assertAgrees(text: string): void {
  const { breaks } = read(text, { declared: true });
  assert.equal(breaks.length === 0, isJson(text), JSON.stringify(text));
}

describe('every text of a few pieces has a break exactly where JSON.parse rejects it', () => {
  const classes: Readonly<Record<string, { pieces: string; most: number; before?: string; after?: string }>> = {
    structures: { pieces: '[ ] { } , : "a" 1', most: 5 },
    'structures in an object': { pieces: '[ ] { } , : "a"', most: 5, before: '{"x":', after: '}' },
    numbers: { pieces: '0 1 - + . e', most: 6 },
    'numbers in a list': { pieces: '0 9 - + . E', most: 5, before: '[', after: ',1]' },
    'strings and escapes': { pieces: '" \\ / u 0 d n \n', most: 5, before: '"', after: '"' },
    'escapes of four digits': { pieces: '\\ u 0 9 a F g d8', most: 5, before: '"\\u', after: '"' },
    literals: { pieces: 'n u l t r e', most: 5 },
    'white space': { pieces: '\t \r \n \f \u00a0 \ufeff \u2028 1', most: 4, before: ' ' },
    comments: { pieces: '/ * // /* */ \n 1', most: 4 },
  };
  for (const [what, { pieces, most, before = '', after = '' }] of Object.entries(classes)) {
    it(what, function () {
      this.timeout(60_000);
      for (const text of sequences(pieces.split(' '), most)) {
        assertAgrees(before + text + after);
      }
    });
  }
});

/** Documents with characters of one to four bytes, escapes, and all kinds of values. */
const documents: Readonly<Record<string, string>> = {
  'the success of the seed': seedSuccess,
  'the failure of the seed': seedFailure,
  'texts of all kinds':
    '\ufeff{"é":"中文 😀 \\u00e9 \\ud83d\\ude00 \\ud83d \\" \\\\ \\/","Response":{"Error":{"Code":"A.\\u0042","Message":"🙂"},"RequestId":"r"}}\r\n',
  'values of all kinds': '[{"a":[-0.5e+10,1E-2,0,true,false,null,{},[],"",[[{"Response":{"RequestId":7}}]]]},\t1 ]\n',
  'comments and trailing commas': '// é\n{"Response": /* 中 */ {"RequestId": "r",}, "x": [1,],}\n/* end */',
  'lines of JSON':
    '{"Response":{"RequestId":"é"}}\n\n  [1,2]\r\n{"Response":{"Error":{"Code":"中","Message":""}}}\n"x"\n',
};

const languages = ['json', 'jsonc', 'jsonl'] as const;

/** Whether a break is expected, according to another parser. */
const isBroken: Readonly<Record<(typeof languages)[number], (text: string) => boolean>> = {
  json: (text) => !isJson(text),
  jsonc: (text) => {
    const errors: ParseError[] = [];
    parse(text, errors, { allowTrailingComma: true });
    return errors.length > 0;
  },
  jsonl: (text) => text.split('\n').some((line) => line.trim() !== '' && !isJson(line)),
};

describe('a document that is cut at any byte', () => {
  for (const [what, document] of Object.entries(documents)) {
    const bytes = Buffer.from(document);
    for (const languageId of languages) {
      it(`is read, in pieces of any size, as another parser does: ${what} (${languageId})`, () => {
        for (let length = 0; length <= bytes.length; length++) {
          const text = bytes.toString('utf8', 0, length);
          const whole = read(text, { languageId, declared: true });
          assert.equal(
            whole.breaks.length > 0,
            isBroken[languageId](text.replace(/^\ufeff/, '')),
            JSON.stringify(text),
          );
          for (const pieceLength of [1, 2, 7, 40]) {
            assert.deepEqual(
              inPieces(new ChunkedText(uri, languageId, 1, text), pieceLength),
              whole,
              JSON.stringify(text),
            );
          }
        }
      });

      it(`is the same when it is typed and deleted: ${what} (${languageId})`, () => {
        for (const pieceLength of [1, 7]) {
          const typed = new ChunkedText(uri, languageId, 1, '');
          const lengths = Array.from(document, (_, length) => length + 1);
          for (const length of [...lengths, ...lengths.reverse()]) {
            const text = document.slice(0, length);
            const common = Math.min(typed.length, length);
            typed.edit(common, typed.length, text.slice(common));
            assert.deepEqual(
              inPieces(typed, pieceLength),
              read(text, { languageId, declared: true }),
              JSON.stringify(text),
            );
          }
        }
      });
    }
  }
});

/** The content of a declared document, parsed in pieces. */
function inPieces(text: ChunkedText, pieceLength: number): ParsedText {
  return contentOf(parseInPieces(text, pieceLength, { languageId: text.languageId, declared: true }));
}
