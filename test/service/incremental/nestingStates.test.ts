import assert from 'node:assert/strict';
import { ChunkedText } from '../../../server/src/service';
import { ApiResponseDocument } from '../../../server/src/service/document';
import { JsonPieces } from '../../../server/src/service/incremental/jsonPieces';
import { embeddedParser } from '../../../server/src/service/parser';
import { read, contentOf } from '../../support/service';

const depth = 50_000;

/** An envelope after a nesting that is unique to a number. */
function nested(number: number): string {
  const opening = number.toString(2).replaceAll('1', '[').replaceAll('0', '{"a":');
  return `[${opening.repeat(depth / opening.length)}\n{"Response":{"RequestId":"r"}}`;
}

const options = { languageId: 'json', declared: false, unwrapped: false, reportBreaks: true };

describe('The nesting states of a document', () => {
  it('do not pile up while its nesting changes', () => {
    const parser = new JsonPieces({ ...options, source: 'json', comments: false }, embeddedParser(), 16_384);
    const document = new ChunkedText('file:///x.json', 'json', 1, '');
    const sizes = new Set<number>();
    for (let number = 1; number <= 60; number++) {
      const text = nested(number);
      document.update([{ text }], number);
      const parsed = new ApiResponseDocument(document, options, parser.parse(document, Infinity));
      assert.deepEqual(contentOf(parsed), read(text));
      sizes.add(parser.start.familySize);
    }
    assert.ok(Math.max(...sizes) < 6 * depth, `states: ${[...sizes].join(', ')}`);
  });
});
