import assert from 'node:assert/strict';
import { parseCursor, parseMarkers, parseRange, readMarkers, renderMarkers } from './markers';

describe('marked text', () => {
  it('has cursors', () => {
    assert.deepEqual(parseMarkers('a<|>b<|>'), { text: 'ab', cursors: [1, 2], ranges: [] });
  });

  it('has ranges', () => {
    assert.deepEqual(parseMarkers('a‹|bc|›d').ranges, [{ label: '', offset: 1, length: 2 }]);
  });

  it('has ranges with labels', () => {
    assert.deepEqual(parseMarkers('‹one|a|›‹two words|b|›').ranges, [
      { label: 'one', offset: 0, length: 1 },
      { label: 'two words', offset: 1, length: 1 },
    ]);
  });

  it('has nested and empty ranges', () => {
    assert.deepEqual(parseMarkers('‹out|a‹in|b|›‹none||›|›'), {
      text: 'ab',
      cursors: [],
      ranges: [
        { label: 'out', offset: 0, length: 2 },
        { label: 'in', offset: 1, length: 1 },
        { label: 'none', offset: 2, length: 0 },
      ],
    });
  });

  it('may contain bars and angle brackets of its own', () => {
    assert.deepEqual(parseMarkers('‹|a | b <c>|›').text, 'a | b <c>');
  });

  it('counts UTF-16 code units', () => {
    assert.deepEqual(parseMarkers('😀<|>').cursors, [2]);
  });

  it('throws without any marker, unless it may be without', () => {
    assert.throws(() => parseMarkers('plain'), /no marker/);
    assert.deepEqual(readMarkers('plain'), { text: 'plain', cursors: [], ranges: [] });
  });

  for (const unbalanced of ['‹|a', 'a|›', '‹|a|›|›', '‹|‹|a|›', '‹a', 'a›']) {
    it(`throws where it is not balanced: ${unbalanced}`, () => {
      assert.throws(() => readMarkers(unbalanced), /^Error: Marked text: /);
    });
  }

  it('can be asked for one cursor or one range', () => {
    assert.deepEqual(parseCursor('a<|>'), { text: 'a', offset: 1 });
    assert.deepEqual(parseRange('‹x|a|›'), { text: 'a', range: { label: 'x', offset: 0, length: 1 } });
    assert.throws(() => parseCursor('<|>a<|>'), /one cursor/);
    assert.throws(() => parseRange('‹|a|›‹|b|›'), /one range/);
  });

  for (const marked of ['plain', '‹|a|›', 'x‹out|a‹in|b|›|›y', '‹a|‹b|x|›|›', 'a‹||›']) {
    it(`is what rendering gives back: ${marked}`, () => {
      const { text, ranges } = readMarkers(marked);
      assert.equal(renderMarkers(text, [...ranges].reverse()), marked);
    });
  }
});
