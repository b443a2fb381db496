import Ajv from 'ajv';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtinCatalog } from '../../../server/src/data/builtinData';
import { Catalog, type CatalogData } from '../../../server/src/service';
import { seedCodes } from '../../support/seed';

/** Common codes that the vendor added after the page "Responses" was written. */
const newerCommonCodes = [
  'ActionOffline',
  'AuthFailure.InvalidAuthorization',
  'InvalidRequest',
  'IpInBlacklist',
  'IpNotInWhitelist',
  'NoSuchProduct',
  'RequestLimitExceeded.GlobalRegionUinLimitExceeded',
  'RequestLimitExceeded.IPLimitExceeded',
  'RequestLimitExceeded.UinLimitExceeded',
  'RequestSizeLimitExceeded',
  'ResponseSizeLimitExceeded',
  'ServiceUnavailable',
];

const small = new Catalog([
  { scope: 'common', data: { schemaVersion: 1, codes: { InternalError: 'Common.', LimitExceeded: 'Common.' } } },
  { scope: 'family', data: { schemaVersion: 1, codes: { OperationDenied: 'Family.' } } },
  {
    scope: 'product',
    data: {
      schemaVersion: 1,
      product: 'cvm',
      codes: { InvalidZone: 'Of cvm.', 'InvalidZone.Gone': 'Of cvm.', InternalError: 'Of cvm.' },
    },
  },
  { scope: 'product', data: { schemaVersion: 1, product: 'cfw', codes: { 'Rule.Twice': 'Of cfw.' } } },
]);

/** `kind entry`, such as `parent InternalError`. */
function matched(code: string, product?: string): string {
  const match = small.match(code, product);
  return match.kind === 'none' ? 'none' : `${match.kind} ${match.entry.code}`;
}

describe('a code is matched', () => {
  it('exactly', () => {
    assert.equal(matched('InternalError'), 'exact InternalError');
    assert.equal(matched('OperationDenied'), 'exact OperationDenied');
  });

  for (const code of [
    ' InternalError',
    'InternalError ',
    'InternalError.',
    '..InternalError. \t',
    '\u3000InternalError\n',
  ]) {
    it(`trimmed of blanks and dots at its ends: ${JSON.stringify(code)}`, () => {
      assert.equal(matched(code), 'trimmed InternalError');
    });
  }

  it('through its nearest parent', () => {
    assert.equal(matched('InternalError.Db'), 'parent InternalError');
    assert.equal(matched('InternalError.Db.Timeout'), 'parent InternalError');
    assert.equal(matched('OperationDenied.Locked'), 'parent OperationDenied');
    assert.equal(matched('InvalidZone.Gone.For.Good', 'cvm'), 'parent InvalidZone.Gone');
  });

  it('through its parent after trimming', () => assert.equal(matched(' InternalError.Db. '), 'parent InternalError'));

  for (const code of [
    '',
    ' ',
    '.',
    'internalerror',
    'InternalErrorX',
    'InternalError_Db',
    'My.InternalError',
    '__proto__',
    'constructor',
  ]) {
    it(`or not at all: ${JSON.stringify(code)}`, () => assert.equal(matched(code), 'none'));
  }

  it('to the codes of the product first, if it is known', () => {
    assert.equal(matched('InvalidZone', 'cvm'), 'exact InvalidZone');
    assert.equal(small.get('InternalError', 'cvm')?.description, 'Of cvm.');
    assert.equal(small.get('InternalError', 'cfw')?.description, 'Common.');
    assert.equal(small.get('LimitExceeded', 'cvm')?.description, 'Common.');
  });

  it('to an exact code of another product, but never to a parent of it', () => {
    assert.equal(matched('InvalidZone'), 'exact InvalidZone');
    assert.equal(matched('InvalidZone.', 'cfw'), 'trimmed InvalidZone');
    assert.equal(small.get('InvalidZone', 'cfw')?.product, 'cvm');
    assert.equal(matched('InvalidZone.Lost'), 'none');
    assert.equal(matched('InvalidZone.Gone.For.Good', 'cfw'), 'none');
    assert.equal(matched('Rule.Twice.Again', 'cvm'), 'none');
  });
});

describe('misspellings', () => {
  const misspellings = (code: string, product?: string): readonly string[] =>
    small.misspellings(small.match(code, product), product);

  it('are known codes within two edits, case aside', () => {
    assert.deepEqual(misspellings('InternalEr'), []);
    assert.deepEqual(misspellings('InternalErr'), ['InternalError']);
    assert.deepEqual(misspellings('INTERNALERRO'), ['InternalError']);
    assert.deepEqual(misspellings('limitexceeded'), ['LimitExceeded']);
    assert.deepEqual(misspellings('OperationDenied2'), ['OperationDenied']);
  });

  it('are within one edit if a parent matches', () => {
    assert.deepEqual(misspellings('InvalidZone.Gon', 'cvm'), ['InvalidZone.Gone']);
    assert.deepEqual(misspellings('InvalidZone.gone', 'cvm'), ['InvalidZone.Gone']);
    assert.deepEqual(misspellings('InvalidZone.Go', 'cvm'), []);
  });

  it('do not exist for a known code', () => {
    assert.deepEqual(misspellings('InternalError'), []);
    assert.deepEqual(misspellings('InternalError. '), []);
  });

  it('belong to the known product', () => {
    assert.deepEqual(misspellings('InvalidZne'), []);
    assert.deepEqual(misspellings('InvalidZne', 'cvm'), ['InvalidZone']);
    assert.deepEqual(misspellings('InvalidZne', 'cfw'), []);
  });

  it('are sorted by distance, then alphabetically, at most five', () => {
    const codes = Object.fromEntries(
      ['Abcdxy', 'Abcdex', 'Abcdef', 'Abcdea', 'Abcdeb', 'Abcdec', 'Abcxyf'].map((code) => [code, 'd']),
    );
    const many = new Catalog([{ scope: 'common', data: { schemaVersion: 1, codes } }]);
    assert.deepEqual(many.misspellings(many.match('abcdeF')), ['Abcdef', 'Abcdea', 'Abcdeb', 'Abcdec', 'Abcdex']);
  });

  it('do not exist for a text that is too long', () =>
    assert.deepEqual(misspellings('InternalError'.repeat(100_000)), []));
});

describe('the built-in catalog', () => {
  const catalog = builtinCatalog();
  const common = catalog.entries().filter(({ scope }) => scope === 'common');

  it("has the 26 codes of the seed in the vendor's own words", () => {
    assert.deepEqual(
      Object.fromEntries(Object.keys(seedCodes).map((code) => [code, catalog.get(code)?.description])),
      seedCodes,
    );
    assert.equal(Object.keys(seedCodes).length, 26);
  });

  it("has 38 common codes, the seed's first", () => {
    assert.deepEqual(
      common.map(({ code }) => code),
      [...Object.keys(seedCodes), ...newerCommonCodes],
    );
  });

  it('explains each of them: meaning, causes, steps, fault, retry and link', () => {
    for (const { code, meaning, causes, steps, fault, retry, url } of common) {
      assert.ok(meaning && causes?.length && steps?.length && fault && retry && url, code);
    }
  });

  for (const language of ['en', 'zh-cn'] as const) {
    it(`says how long to wait wherever it says to retry with pauses: ${language}`, () => {
      const silent = builtinCatalog(language)
        .entries()
        .filter(
          ({ retry, steps = [] }) =>
            retry === 'backoff' && !steps.some((step) => /\d+ (?:s\b|seconds?|minutes?|秒|分钟)/.test(step)),
        );
      assert.deepEqual(
        silent.map(({ code }) => code),
        [],
      );
    });
  }

  it('has families that explain codes of many products', () => {
    for (const code of [
      'AuthFailure.CamRoleNoPermission',
      'OperationDenied.InstanceLocked',
      'ResourcesSoldOut.Teapot',
    ]) {
      const match = catalog.match(code);
      assert.ok(match.kind === 'parent' && match.entry.scope === 'family', code);
    }
  });

  it('has related codes that exist', () => {
    for (const { code, related = [] } of catalog.entries()) {
      for (const other of related) {
        assert.ok(catalog.get(other) && other !== code, `${code}: ${other}`);
      }
    }
  });

  it('knows every code as it stands', () => {
    for (const { code, product } of catalog.entries()) {
      assert.equal(catalog.match(code, product).kind, 'exact');
    }
  });
});

describe('misspellings of the built-in codes', () => {
  const catalog = builtinCatalog();
  const misspellings = (code: string): readonly string[] => catalog.misspellings(catalog.match(code));

  for (const [code, known] of [
    ['AuthFailure.SignatureFailur', 'AuthFailure.SignatureFailure'],
    ['AuthFailure.SignatureFailures', 'AuthFailure.SignatureFailure'],
    ['AuthFailure.Signaturefailure', 'AuthFailure.SignatureFailure'],
    ['AuthFailure.signatureFailure', 'AuthFailure.SignatureFailure'],
    ['AuthFailure.SIGNATUREFAILURE', 'AuthFailure.SignatureFailure'],
    ['Authfailure.SignatureFailure', 'AuthFailure.SignatureFailure'],
    ['AuthFailureSignatureFailure', 'AuthFailure.SignatureFailure'],
    ['InvalidParametervalue', 'InvalidParameterValue'],
    ['InvalidParamterValue', 'InvalidParameterValue'],
    ['UnAuthorizedOperation', 'UnauthorizedOperation'],
    ['ResourceNotfound', 'ResourceNotFound'],
  ] as const) {
    it(`${code} of ${known}`, () => assert.ok(misspellings(code).includes(known), misspellings(code).join()));
  }

  for (const code of ['InvalidParameter.Value', 'InvalidParameter.Conflict', 'AuthFailure.UnAuthorizedOperation']) {
    it(`are none of ${code}: its words are its own`, () => assert.deepEqual(misspellings(code), []));
  }
});

describe('the catalog files', () => {
  const folder = join(__dirname, '../../../../server/catalog');
  const schema = JSON.parse(readFileSync(join(folder, 'error-codes.schema.json'), 'utf8')) as object;
  const validate = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(schema);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /[\\/].*\.json$/.test(name),
  );

  it('are there', () => assert.ok(files.length >= 2));

  for (const name of files) {
    const text = readFileSync(join(folder, name), 'utf8');

    it(`${name} is valid against the schema`, () => {
      assert.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors, undefined, 1));
    });

    it(`${name} links to https only`, () => {
      for (const [code, entry] of Object.entries((JSON.parse(text) as CatalogData).codes ?? {})) {
        for (const url of entry === null || typeof entry === 'string' ? [] : [entry.url, entry.urlCn]) {
          assert.ok(url === undefined || new URL(url).protocol === 'https:', `${code}: ${url}`);
        }
      }
    });

    it(`${name} has no code twice`, () => {
      const names = [...text.matchAll(/^ {4}"([^"]+)":/gm)].map(([, code]) => code);
      assert.deepEqual(names, [...new Set(names)]);
    });
  }

  for (const bad of [
    {},
    { schemaVersion: 2, codes: {} },
    { schemaVersion: 1, codes: { 'Padded. ': 'x' } },
    { schemaVersion: 1, codes: { Code: '' } },
    { schemaVersion: 1, codes: { Code: { description: 'x', url: 'http://example.com' } } },
    { schemaVersion: 1, codes: { Code: { description: 'x', fault: 'nobody' } } },
    { schemaVersion: 1, codes: { Code: { description: 'x', unknown: 1 } } },
    { schemaVersion: 1, codes: { Code: { description: 'two\nlines' } } },
  ]) {
    it(`would not be: ${JSON.stringify(bad)}`, () => assert.equal(validate(bad), false));
  }
});
