import * as fc from 'fast-check';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '../../support/service';

/** Texts by class, after JSONTestSuite: structures, numbers, strings and escapes, whitespace, literals. */
const validity = JSON.parse(
  readFileSync(join(__dirname, '../../../../test/fixtures/json/validity.json'), 'utf8'),
) as Record<'accepted' | 'rejected', Record<string, readonly string[]>>;

/** Asserts that a declared document has a break exactly if JSON.parse rejects it. */
const hasBreak = (text: string): boolean => read(text, { declared: true }).breaks.length > 0;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Names on one line, with control characters escaped. */
const named = (text: string): string => JSON.stringify(text);

describe('what JSON.parse accepts has no break', () => {
  for (const [kind, texts] of Object.entries(validity.accepted)) {
    it(kind, () => {
      for (const text of texts) {
        assert.equal(isJson(text), true, `the test is wrong: ${named(text)}`);
        assert.equal(hasBreak(text), false, named(text));
      }
    });
  }
});

describe('what JSON.parse rejects has a break', () => {
  for (const [kind, texts] of Object.entries(validity.rejected)) {
    it(kind, () => {
      for (const text of texts) {
        assert.equal(isJson(text), false, `the test is wrong: ${named(text)}`);
        assert.equal(hasBreak(text), true, named(text));
      }
    });
  }
});

describe('any text', () => {
  const pieces =
    '{ } [ ] , : " \\ / * // /* */ - + . e E 0 1 01 u \\u12 n null true false x \' {} [] "a": "Response": \f \u0000 \u001f \u00a0 \ufeff \u2028 \ud800 😀';
  const snippets = fc.constantFrom(...pieces.split(' '), ' ', '\n', '\r', '\t');
  const edits = fc.array(
    fc.record({ at: fc.nat(), remove: fc.nat({ max: 2 }), insert: fc.oneof(fc.constant(''), snippets) }),
    {
      minLength: 1,
      maxLength: 3,
    },
  );
  const edit = (text: string, changes: readonly { at: number; remove: number; insert: string }[]): string =>
    changes.reduce((now, { at, remove, insert }) => {
      const offset = at % (now.length + 1);
      return now.slice(0, offset) + insert + now.slice(offset + remove);
    }, text);
  const json = fc
    .tuple(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 1, 2))
    .map(([value, indent]) => JSON.stringify(value, undefined, indent));
  const likeJson = fc.array(snippets, { maxLength: 12 }).map((parts) => parts.join(''));
  // A byte order mark at the start is not a break, although JSON.parse rejects it.
  const agrees = (text: string): void =>
    assert.equal(hasBreak(text), !isJson(text.replace(/^\ufeff/, '')), named(text));

  it('that JSON.stringify makes has no break', () => {
    fc.assert(fc.property(json, (text) => assert.equal(hasBreak(text), false)));
  });

  it('that is JSON with some characters taken out or put in has a break exactly where JSON.parse rejects it', () => {
    fc.assert(
      fc.property(json, edits, (text, changes) => agrees(edit(text, changes))),
      { numRuns: 2000 },
    );
  });

  it('that is made of pieces of JSON has a break exactly where JSON.parse rejects it', () => {
    fc.assert(fc.property(likeJson, agrees), { numRuns: 2000 });
  });
});
