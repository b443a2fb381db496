import assert from 'node:assert/strict';
import { ChunkedText } from '../../../server/src/service';
import { contentOf, parseInPieces, read } from '../../support/service';

const failure = '{"Response":{"Error":{"Code":"InternalError","Message":"m"},"RequestId":"r"}}';

const wrapped = (depth: number, inner = failure): string =>
  `${'{"Response":'.repeat(depth)}${inner}${'}'.repeat(depth)}`;

describe('Responses in wrappers called Response', () => {
  for (const [title, text, envelopes, isTooDeep] of [
    ['are found in 999', wrapped(999), 1, false],
    ['are said not to be found in 1,000', wrapped(1_000), 0, true],
    ['are said not to be found in 5,000', wrapped(5_000), 0, true],
    ['are found beside those that are not', `[${failure},${wrapped(1_000)}]`, 1, true],
    ['do not matter if there is no response inside', wrapped(1_000, '{"a":{"b":{}}}'), 0, false],
    ['may be called otherwise', `${'{"a":'.repeat(5_000)}${failure}${'}'.repeat(5_000)}`, 1, false],
  ] as const) {
    for (const languageId of ['json', 'jsonl']) {
      it(`${title}, in ${languageId}`, () => {
        const content = read(text, { languageId });
        assert.deepEqual(
          content.envelopes.map(({ status }) => status),
          Array<string>(envelopes).fill('failure'),
        );
        assert.equal(content.tooDeep ?? false, isTooDeep);
      });

      it(`${title}, in ${languageId}, read in pieces`, () => {
        const document = new ChunkedText('file:///a', languageId, 1, text);
        assert.deepEqual(contentOf(parseInPieces(document, 64, { languageId })), read(text, { languageId }));
      });
    }
  }

  it('are found after an edit that takes wrappers away', () => {
    const text = wrapped(1_000);
    const document = new ChunkedText('file:///a.json', 'json', 1, text);
    assert.equal(parseInPieces(document, 64).isTooDeep(), true);
    const remove = (from: number, to: number): void => {
      const [start, end] = [from, to].map((character) => ({ line: 0, character }));
      document.update([{ range: { start: start!, end: end! }, text: '' }], 2);
    };
    remove(text.length - 1, text.length);
    remove(0, '{"Response":'.length);
    assert.deepEqual(contentOf(parseInPieces(document, 64)), read(wrapped(999)));
    assert.equal(parseInPieces(document, 64).count().failures, 1);
  });
});
