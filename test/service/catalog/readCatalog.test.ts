import fc from 'fast-check';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCatalog, type CatalogData } from '../../../server/src/service';
import { english } from '../../../server/src/service/base/localizer';
import { readMarkers, renderMarkers } from '../../support/markers';

/** The text with what is wrong with it marked, and with the message as the label's place in a list. */
function check(marked: string, messages: readonly string[]): CatalogData | undefined {
  const { text, ranges } = marked.includes('‹') ? readMarkers(marked) : { text: marked, ranges: [] };
  const { data, problems } = readCatalog(text, english);
  const found = problems.map(({ span }) => ({ ...span, label: '' }));
  assert.equal(renderMarkers(text, found), renderMarkers(text, ranges));
  assert.deepEqual(
    problems.map(({ message }) => message),
    messages,
  );
  return data;
}

describe("a catalog of the user's", () => {
  it('is read completely if it is valid', () => {
    const codes = {
      Short: 'In one line.',
      'Known.Only': null,
      Long: {
        description: 'd',
        meaning: 'm',
        causes: ['c'],
        steps: ['s'],
        fault: 'account',
        retry: 'no',
        url: 'https://example.com/en',
        urlCn: 'https://example.com/cn',
        related: ['Short'],
      },
    };
    const file = { schemaVersion: 1, product: 'mine', codes };
    assert.deepEqual(check(JSON.stringify({ $schema: 'x', note: 'n', apiVersion: 'v', ...file }), []), file);
    const many = { schemaVersion: 1, products: { one: { codes }, two: { codes: {} } } };
    assert.deepEqual(check(JSON.stringify(many), []), many);
  });

  for (const name of ['en/common.json', 'en/products/cfw.json', 'zh-cn/sdk.json']) {
    it(`is read as ours are: ${name}`, () => {
      const text = readFileSync(join(__dirname, '../../../../server/catalog', name), 'utf8');
      const { data, problems } = readCatalog(text, english);
      assert.deepEqual(problems, []);
      assert.deepEqual(data?.codes, (JSON.parse(text) as CatalogData).codes);
    });
  }

  describe('is not used at all', () => {
    for (const [marked, message] of [
      ['{"schemaVersion": 1, "codes": {"A": "x"}‹|✗|›', 'This file is not valid JSON: none of its codes are used.'],
      ['‹|[|›]', 'A catalog must be an object.'],
      [
        '{"schemaVersion": ‹|2|›, "codes": {"A": "x"}}',
        '"schemaVersion" must be 1: none of the codes in this file are used.',
      ],
      ['‹|{|›"codes": {"A": "x"}}', '"schemaVersion" must be 1: none of the codes in this file are used.'],
      ['‹|{|›"schemaVersion": 1}', 'A catalog needs "codes", or "products" with the codes of each.'],
      [
        '{"schemaVersion": 1, "product": ‹|"My Gateway"|›, "codes": {"A": "x"}}',
        '"product" must be the first label of the API host, in lowercase, such as "cvm": none of the codes are used.',
      ],
      [`${'['.repeat(20)}‹|[|›`, 'This is nested too deeply for a catalog.'],
    ] as const) {
      it(marked, () => {
        assert.equal(check(marked, [message]), undefined);
      });
    }
  });

  describe('is used except for', () => {
    for (const [marked, codes, ...messages] of [
      ['"A": "x", "B": ‹|7|›', { A: 'x' }, 'A code needs a string, or an object with a "description".'],
      ['"A": "x", "B": ‹|""|›', { A: 'x' }, 'This must be a string that is not empty.'],
      ['"A": "x", "B": ‹|{|›"meaning": "m"}', { A: 'x' }, 'A code needs a string, or an object with a "description".'],
      [
        '"A": "x", "B C": ‹|"y"|›',
        { A: 'x' },
        '"B C" is not an error code: use segments joined by dots, without spaces.',
      ],
      [
        '"A": "x", "B.": ‹|"y"|›',
        { A: 'x' },
        '"B." is not an error code: use segments joined by dots, without spaces.',
      ],
      [
        '"A": {"description": "x", "fault": ‹|"nobody"|›}',
        { A: { description: 'x' } },
        'This must be one of "caller", "account", "service", "network".',
      ],
      [
        '"A": {"description": "x", "retry": ‹|true|›}',
        { A: { description: 'x' } },
        'This must be one of "no", "after-fixing", "backoff", "at-once".',
      ],
      [
        '"A": {"description": "x", "url": ‹|"http://example.com"|›}',
        { A: { description: 'x' } },
        'This must be a URL that begins with https://.',
      ],
      ['"A": {"description": "x", "steps": ‹|"s"|›}', { A: { description: 'x' } }, 'This must be an array of strings.'],
      [
        '"A": {"description": "x", "steps": ["s", ‹|1|›]}',
        { A: { description: 'x', steps: ['s'] } },
        'This must be a string that is not empty.',
      ],
      [
        '"A": {"description": "x", "step": ‹|[|›]}',
        { A: { description: 'x' } },
        '"step" is not a field of a code; it is ignored.',
      ],
    ] as const) {
      it(marked, () => {
        assert.deepEqual(check(`{"schemaVersion": 1, "codes": {${marked}}}`, messages)?.codes, codes);
      });
    }

    it('an invalid product', () => {
      const marked =
        '{"schemaVersion": 1, "products": {"cvm": {"codes": {"A": "x"}}, "C F W": ‹|{|›"codes": {}}, "b": ‹|7|›}}';
      assert.deepEqual(
        check(marked, [
          '"C F W" is not a product: use the first label of its API host, in lowercase.',
          'A product must be an object with "codes".',
        ])?.products,
        { cvm: { codes: { A: 'x' } } },
      );
    });
  });

  it('treats names of built-in JavaScript properties as ordinary names', () => {
    const { data } = readCatalog('{"schemaVersion": 1, "codes": {"__proto__": "x", "constructor": "y"}}', english);
    assert.deepEqual(Object.entries(data?.codes ?? {}), [
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readCatalog(text, english)));
    readCatalog('['.repeat(1_000_000), english);
    readCatalog('{"a":'.repeat(1_000_000), english);
  });
});
