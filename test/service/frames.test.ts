import assert from 'node:assert/strict';
import { ChunkedText, flatten, readDocument } from '../../server/src/service';
import { JsonReader } from '../../server/src/service/parser/json/jsonParser';

const depth = 50_000;

/** An envelope behind a nesting that no other number has. */
function nested(number: number): string {
  const opening = number.toString(2).replaceAll('1', '[').replaceAll('0', '{"a":');
  return `[${opening.repeat(depth / opening.length)}\n{"Response":{"RequestId":"r"}}`;
}

describe('The frames of a document', () => {
  it('do not pile up while its nesting changes', () => {
    const reader = new JsonReader({
      source: 'json',
      declared: false,
      comments: false,
      unwrapped: false,
      pieceLength: 16_384,
    });
    const document = new ChunkedText('file:///x', 'json', 1, '');
    const sizes = new Set<number>();
    for (let number = 1; number <= 60; number++) {
      const text = nested(number);
      document.update([{ text }], number);
      const found = flatten(reader.read(document));
      assert.deepEqual(found, readDocument(text, { languageId: 'json', declared: false, unwrapped: false }));
      sizes.add(reader.start.familySize);
    }
    assert.ok(Math.max(...sizes) < 6 * depth, `frames: ${[...sizes].join(', ')}`);
  });
});
