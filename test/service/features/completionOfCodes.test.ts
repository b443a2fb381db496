import assert from 'node:assert/strict';
import { builtinCatalog } from '../../../server/src/data/builtinData';
import { Catalog, CodeNames, type CatalogData, type CatalogFile } from '../../../server/src/service';
import { complete, completionsAt, labelsAt } from '../../support/completion';
import { parseCursor } from '../../support/markers';
import { parseEdited, serviceWith } from '../../support/service';

/** A failure with a given value of the code. */
const failure = (value: string): string =>
  `{"Response": {"Error": {"Code": ${value}, "Message": "m"}, "RequestId": "r"}}`;

/** No response contains the codes of SDKs. */
const allCodes = builtinCatalog()
  .codes()
  .flatMap(({ code, scope }) => (scope === 'sdk' ? [] : [code]));

/** Asserts the text after a code was accepted. */
function assertCompletes(before: string, after: string, code = 'InternalError'): void {
  assert.deepEqual(labelsAt(before), allCodes, before);
  assert.equal(complete(before, code), after, before);
}

describe('completion of error codes', () => {
  it('offers each code once: common ones first, then those of many products, then of one, by alphabet', () => {
    const items = completionsAt(failure('"<|>"'));
    const sorted = [...items].sort((one, other) => ((one.sortText ?? '') < (other.sortText ?? '') ? -1 : 1));
    const byScope = (scope: string): string[] =>
      builtinCatalog()
        .codes()
        .filter((entry) => entry.scope === scope)
        .map(({ code }) => code)
        .sort();
    assert.deepEqual(
      sorted.map(({ label }) => label),
      [...byScope('common'), ...byScope('family'), ...byScope('product')],
    );
  });

  it('shows the scope of each code, and its meaning on resolve', () => {
    const { offset } = parseCursor(failure('"<|>"'));
    const position = { line: 0, character: offset };
    const items = completionsAt(failure('"<|>"'));
    const [item] = items.filter(({ label }) => label === 'InternalError');
    assert.deepEqual(item, {
      label: 'InternalError',
      kind: 20,
      detail: 'common',
      sortText: '0 InternalError',
      textEdit: { range: { start: position, end: position }, newText: 'InternalError' },
      data: { code: 'InternalError', product: '' },
    });
    const service = serviceWith();
    const value = service.explanationMarkdown(service.explainCode('InternalError'));
    assert.deepEqual(service.doResolve(item), { ...item, documentation: { kind: 'markdown', value } });
    const [common, family, ...products] = new Set(items.map(({ detail }) => detail));
    assert.deepEqual([common, family, products.includes('cfw')], ['common', 'many products', true]);
  });

  it('offers only codes with the typed prefix if there are very many', () => {
    const codes = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`Code${index}`, 'x']));
    const catalog = new Catalog([{ scope: 'product', data: { schemaVersion: 1, product: 'cvm', codes } }]);
    const { text, offset } = parseCursor(failure('"code19<|>"'));
    const document = parseEdited(text);
    const found = serviceWith({ catalog }).doComplete(document, document.text.positionAt(offset));
    assert.ok(!Array.isArray(found) && found.isIncomplete);
    assert.deepEqual(
      found.items.map(({ label }) => label).sort(),
      Object.keys(codes)
        .filter((code) => code.startsWith('Code19'))
        .sort(),
    );
    assert.equal(completionsAt(failure('"<|>"'), { catalog }).length, 1000);
  });

  it('does not resolve other items', () => {
    for (const data of [undefined, null, 7, 'x', {}, [], { code: 'x' }, { code: 7, product: '' }, { product: 'x' }]) {
      const item = { label: 'x', data };
      assert.deepEqual(serviceWith().doResolve(item), { label: 'x', data });
    }
  });

  it('knows products, and is limited to the one of the settings', () => {
    const file = (
      scope: CatalogFile['scope'],
      codes: NonNullable<CatalogData['codes']>,
      product?: string,
    ): CatalogFile => ({
      scope,
      data: { schemaVersion: 1, codes, ...(product ? { product } : {}) },
    });
    const catalog = new Catalog([
      file('product', { Own: 'of cvm', Both: 'of cvm' }, 'cvm'),
      file('product', { Both: 'of cfw' }, 'cfw'),
      file('common', { Any: 'a' }),
    ]);
    const service = serviceWith({ catalog });
    const offered = (product: string): unknown[] =>
      completionsAt(failure('"<|>"'), { catalog, product }).map((item) => [
        item.label,
        item.detail,
        item.sortText,
        (service.doResolve(item).documentation as { value: string }).value.split('\n')[0],
      ]);
    assert.deepEqual(offered(''), [
      ['Any', 'common', '0 Any', '**`Any`** — a'],
      ['Own', 'cvm', '2 Own', '**`Own`** — of cvm'],
      ['Both', 'cvm', '2 Both', '**`Both`** — of cvm'],
    ]);
    assert.deepEqual(offered('cfw'), [
      ['Any', 'common', '0 Any', '**`Any`** — a'],
      ['Both', 'cfw', '2 Both', '**`Both`** — of cfw'],
    ]);
  });

  it('replaces the whole string, wherever the cursor is in it', () => {
    const after = failure('"InternalError"');
    for (const value of [
      '"<|>"',
      '"Int<|>"',
      '"<|>Int"',
      '"In<|>t.ernal"',
      '" Int<|> "',
      '"a b, c<|>}"',
      '"Int\\"<|>"',
    ]) {
      assertCompletes(failure(value), after);
    }
  });

  it('closes an unclosed string, and keeps the text after it', () => {
    for (const [before, after] of [
      ['{"Response": {"Error": {"Code": "<|>', '{"Response": {"Error": {"Code": "InternalError"'],
      ['{"Response": {"Error": {"Code": "Int<|>', '{"Response": {"Error": {"Code": "InternalError"'],
      [
        '{"Response": {"Error": {"Code": "Int<|>}, "RequestId": "r"}}',
        '{"Response": {"Error": {"Code": "InternalError"}, "RequestId": "r"}}',
      ],
      [failure('"<|>'), failure('"InternalError"')],
      [failure('"Int<|>ernal'), failure('"InternalError"')],
      [
        '{"Response": {"RequestId": "r", "Error": {\n  "Code": "Int<|>\n  "Message": "m"\n}}}',
        '{"Response": {"RequestId": "r", "Error": {\n  "Code": "InternalError",\n  "Message": "m"\n}}}',
      ],
      [
        '{"Response": {"RequestId": "r", "Error": {\n  "Code": "Int<|>,\n  "Message": "m"\n}}}',
        '{"Response": {"RequestId": "r", "Error": {\n  "Code": "InternalError",\n  "Message": "m"\n}}}',
      ],
      [
        '{"Response": {"RequestId": "r", "Error": {\n  "Code": "Int<|>" "Message": "m"\n}}}',
        '{"Response": {"RequestId": "r", "Error": {\n  "Code": "InternalError" "Message": "m"\n}}}',
      ],
    ] as const) {
      assertCompletes(before, after);
    }
  });

  it('inserts missing quotes, and a comma before a next member', () => {
    for (const [before, after] of [
      [failure('<|>'), failure('"InternalError"')],
      [failure('Int<|>'), failure('"InternalError"')],
      [
        '{"Response": {"RequestId": "r", "Error": {"Code":<|>}}}',
        '{"Response": {"RequestId": "r", "Error": {"Code":"InternalError"}}}',
      ],
      [
        '{"Response": {"RequestId": "r", "Error": {"Code": <|>',
        '{"Response": {"RequestId": "r", "Error": {"Code": "InternalError"',
      ],
      [
        '{"Response": {"RequestId": "r", "Error": {\n"Code": <|>\n"Message": "m"}}}',
        '{"Response": {"RequestId": "r", "Error": {\n"Code": "InternalError",\n"Message": "m"}}}',
      ],
    ] as const) {
      assertCompletes(before, after);
    }
  });

  it('is there in JSON Lines, in declared documents, in unwrapped failures', () => {
    const line = '{"Response": {"Error": {"Code": "<|>';
    assert.deepEqual(labelsAt(`{}\n${line}\n{}`, { languageId: 'jsonl' }), allCodes);
    assert.equal(
      complete(`{}\n${line}\n{}`, 'InternalError', { languageId: 'jsonl' }),
      '{}\n{"Response": {"Error": {"Code": "InternalError"\n{}',
    );
    assert.deepEqual(labelsAt(failure('"<|>"'), { declared: true }), allCodes);
    assert.deepEqual(labelsAt('{"Error": {"Code": "<|>"}}', { declared: true }), allCodes);
    assert.deepEqual(
      labelsAt('{"Error": {"Code": "<|>", "Message": "m"}, "RequestId": "r"}', { unwrapped: true }),
      allCodes,
    );
  });

  it('writes a code as JSON writes it', () => {
    const catalog = new Catalog([{ scope: 'common', data: { schemaVersion: 1, codes: { 'a"\\b\n': 'x' } } }]);
    const after = complete(failure('"<|>"'), 'a"\\b\n', { catalog });
    assert.equal(after, failure('"a\\"\\\\b\\n"'));
    const { Response } = JSON.parse(after) as { Response: { Error: { Code: string } } };
    assert.equal(Response.Error.Code, 'a"\\b\n');
  });

  for (const [what, marked] of Object.entries({
    'on a string rather than in it': failure('<|>"Int"'),
    'after a string': failure('"Int"<|>'),
    'before a value': failure('<|> "Int"'),
    'in an object': failure('{<|>}'),
    'in the message': '{"Response": {"Error": {"Code": "c", "Message": "<|>"}}}',
    'in the RequestId': '{"Response": {"Error": {"Code": "c"}, "RequestId": "<|>"}}',
    'in a Code beside Error': '{"Response": {"Code": "<|>", "RequestId": "r"}}',
    'in a Code of the payload': '{"Response": {"Data": {"Error": {"Code": "<|>"}}, "RequestId": "r"}}',
    'in a Code of what looks like a response in the payload':
      '{"Response": {"RequestId": "r", "Data": {"Response": {"Error": {"Code": "<|>"}, "RequestId": "q"}}}}',
    'in a Code deeper in Error': '{"Response": {"Error": {"Code": "c", "More": {"Code": "<|>"}}}}',
    'in a Code beside Response': '{"Code": "<|>", "Response": {"RequestId": "r"}}',
    'in a comment': '{"Response": {"Error": {"Code": /* <|> */ "x"}}}',
    'in the escaped JSON of a string': '{"body": "{\\"Response\\": {\\"Error\\": {\\"Code\\": \\"<|>\\"}}}"}',
    'in what another vendor answers': '{"Error": {"Code": "<|>", "Message": "m"}, "RequestId": "r"}',
    'in a manifest': '{"name": "x", "Error": {"Code": "<|>"}}',
  })) {
    it(`is not ${what}`, () => assert.deepEqual(labelsAt(marked), []));
  }

  it('is not in the bodies of logs, HTTP documents and Markdown, nor in other languages', () => {
    for (const languageId of ['log', 'plaintext', 'http', 'yaml', '__proto__']) {
      assert.deepEqual(labelsAt(failure('"<|>"'), { languageId }), []);
    }
    assert.deepEqual(labelsAt(`\`\`\`\n${failure('"<|>"')}\n\`\`\``, { languageId: 'markdown' }), []);
  });
});

describe('completion of codes of which only the name is known', () => {
  const many = Array.from({ length: 300 }, (_, index) => `Many${index}`).join(',');
  const listed = [`cup\tThing+Cracked,Gone;Lid:Lost\tLid:Loose`, `mug\tThing:Cracked;Spoon:Bent`, `vat\tBulk:${many}`];
  const names = new CodeNames(listed.join('\n'), 'cup\tPourTea\nmug\tStir');
  const catalog = new Catalog(
    [{ scope: 'common', data: { schemaVersion: 1, codes: { InternalError: 'Common.' } } }],
    () => names,
  );
  const offered = (marked: string, product = ''): string[] =>
    completionsAt(marked, { catalog, product }).map(({ label, detail = '' }) => `${label}: ${detail}`);
  const common = 'InternalError: common';
  const ofCup = ['Thing: cup', 'Thing.Cracked: cup', 'Thing.Gone: cup', 'Lid.Lost: cup'];

  it('offers those of the product of the settings', () => {
    assert.deepEqual(offered(failure('"<|>"'), 'cup'), [common, ...ofCup]);
    assert.equal(offered(failure('"<|>"'), 'vat').length, 301);
  });

  it('offers those of the product of the request', () => {
    assert.deepEqual(offered(`{"host": "cup.tencentcloudapi.com", "body": ${failure('"<|>"')}}`, 'mug'), [
      common,
      ...ofCup,
    ]);
    assert.deepEqual(offered(`{"Action": "PourTea", "body": ${failure('"<|>"')}}`), [common, ...ofCup]);
  });

  it('offers those of the product of all other failures', () => {
    const beside = (...codes: string[]): string =>
      `[${[...codes.map((code) => failure(JSON.stringify(code))), failure('"<|>"')].join(', ')}]`;
    assert.deepEqual(offered(beside('InternalError', 'Thing.Cracked', 'Thing.Gone')), [common, ...ofCup]);
    assert.deepEqual(offered(beside('Thing.Cracked')), [common]);
    assert.deepEqual(offered(beside('Thing.Gone', 'Spoon.Bent')), [common]);
    assert.deepEqual(offered(beside('Unlisted.Code')), [common]);
  });

  it('offers those of any product that begin with what is typed, if they are few', () => {
    assert.deepEqual(offered(failure('"th<|>"')), [common, 'Thing: cup', 'Thing.Cracked: cup, mug', 'Thing.Gone: cup']);
    assert.deepEqual(offered(failure('"Bulk<|>"')), [common]);
    assert.equal(offered(failure('"Bulk.Many2<|>"')).length, 112);
    const { text, offset } = parseCursor(failure('"<|>"'));
    const document = parseEdited(text);
    const found = serviceWith({ catalog }).doComplete(document, document.text.positionAt(offset));
    assert.ok(!Array.isArray(found) && found.isIncomplete);
  });

  it('explains them on resolve, for the product if that is known', () => {
    const service = serviceWith({ catalog });
    const [first, second] = completionsAt(failure('"Thing.<|>"'), { catalog }).slice(1);
    assert.deepEqual(
      [first?.data, second?.data],
      [
        { code: 'Thing.Cracked', product: '' },
        { code: 'Thing.Gone', product: '' },
      ],
    );
    assert.match(JSON.stringify(service.doResolve(second!).documentation), /Product: cup/);
  });
});
