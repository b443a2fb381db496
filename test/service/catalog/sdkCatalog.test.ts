import Ajv from 'ajv';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Catalog, compareVersions, sdkCatalog, sdkSourcePlace, type SdkSource } from '../../../server/src/service';
import { assertUntouched } from '../../support/prototypeNames';

const schema = JSON.parse(
  readFileSync(join(__dirname, '../../../../server/catalog/error-codes.schema.json'), 'utf8'),
) as object;
const validate = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(schema);

const source = (product: string, apiVersion: string, codes: Readonly<Record<string, string>>): SdkSource => ({
  product,
  apiVersion,
  codes: new Map(Object.entries(codes)),
});

describe('a source of an SDK', () => {
  it('is recognized by its path: SDK, product, API version', () => {
    const place = { language: 'go', moduleVersion: '', product: 'cvm', apiVersion: '2017-03-12' };
    assert.deepEqual(sdkSourcePlace('/go/tencentcloud/cvm/v20170312/errors.go'), { ...place, sdk: '/go/tencentcloud' });
    assert.deepEqual(sdkSourcePlace('C:/py/tencentcloud/cvm/v20170312/errorcodes.py'), {
      ...place,
      language: 'python',
      sdk: 'C:/py/tencentcloud',
    });
  });

  it('may be in a Go module of its own', () =>
    assert.deepEqual(sdkSourcePlace('/mod/tencentcloud/cvm@v1.0.700/v20170312/errors.go'), {
      sdk: '/mod/tencentcloud',
      language: 'go',
      product: 'cvm',
      moduleVersion: 'v1.0.700',
      apiVersion: '2017-03-12',
    }));

  it('has the name of the product, even if it is a keyword of Python', () => {
    assert.equal(sdkSourcePlace('/t/autoscaling/v20180419/errorcodes.py')?.product, 'as');
    assert.equal(sdkSourcePlace('/t/autoscaling/v20180419/errors.go')?.product, 'autoscaling');
  });

  for (const path of [
    '',
    'errors.go',
    'v20170312/errors.go',
    'cvm/v20170312/errors.go',
    '/t/cvm/v20170312/models.go',
    '/t/cvm/v20170312/errors.go.bak',
    '/t/cvm/2017-03-12/errors.go',
    '/t/common/errors/errors.go',
    '/t/CVM/v20170312/errors.go',
    '/t/__proto__/v20170312/errors.go',
    '/t/cvm@latest/v20170312/errors.go',
    '/t/cvm/v20170312/constructor',
  ]) {
    it(`is not: ${JSON.stringify(path)}`, () => assert.equal(sdkSourcePlace(path), undefined));
  }
});

describe('the catalog of an SDK', () => {
  const catalog = sdkCatalog('go', '1.3.166', [
    source('cvm', '2020-01-01', { Both: 'Later.', Later: 'Of the later.', Silent: '' }),
    source('cfw', '2019-09-04', { 'Rule.Twice': 'Of cfw.', Known: '' }),
    source('cvm', '2017-03-12', { Both: 'Earlier.', Earlier: 'Of the earlier.', Silent: 'Earlier.' }),
  ]);

  it('has all codes of all versions of a product; the later version wins', () =>
    assert.deepEqual(catalog, {
      schemaVersion: 1,
      note: 'Imported from an installed Tencent Cloud SDK, whose words the descriptions are.',
      sdk: { language: 'go', version: '1.3.166' },
      products: {
        cfw: { apiVersion: '2019-09-04', codes: { Known: null, 'Rule.Twice': 'Of cfw.' } },
        cvm: {
          apiVersion: '2020-01-01',
          codes: { Both: 'Later.', Earlier: 'Of the earlier.', Later: 'Of the later.', Silent: 'Earlier.' },
        },
      },
    }));

  it('is the same in whatever order the sources are read', () =>
    assert.equal(
      JSON.stringify(sdkCatalog('go', '1', [source('b', '2', { Y: '', X: '' }), source('a', '1', { Z: '' })])),
      JSON.stringify(sdkCatalog('go', '1', [source('a', '1', { Z: '' }), source('b', '2', { X: '', Y: '' })])),
    ));

  it('is a catalog file', () => {
    assert.ok(validate(catalog), JSON.stringify(validate.errors));
    assert.ok(validate(sdkCatalog('python', 'unknown', [])));
  });

  it('has codes without a description', () => {
    const known = new Catalog([{ scope: 'product', data: catalog }]);
    assert.equal(known.match('Known', 'cfw').kind, 'exact');
  });

  it('may have names of built-in properties', () => {
    const codes = new Map([['__proto__', 'Said.']]);
    const odd = sdkCatalog('go', '1', [
      { product: 'constructor', apiVersion: '2017-03-12', codes },
      { product: '__proto__', apiVersion: '2017-03-12', codes },
    ]);
    const text = '{"apiVersion":"2017-03-12","codes":{"__proto__":"Said."}}';
    assert.equal(JSON.stringify(odd.products), `{"__proto__":${text},"constructor":${text}}`);
    assertUntouched();
  });
});

describe('a catalog file of many products', () => {
  for (const bad of [
    { schemaVersion: 1 },
    { schemaVersion: 1, codes: {}, products: {} },
    { schemaVersion: 1, product: 'cvm', products: {} },
    { schemaVersion: 1, codes: { Code: null } },
    { schemaVersion: 1, products: { CVM: { codes: {} } } },
    { schemaVersion: 1, products: { cvm: {} } },
    { schemaVersion: 1, products: { cvm: { codes: { Code: '' } } } },
    { schemaVersion: 1, products: { cvm: { codes: { Code: {} } } } },
    { schemaVersion: 1, products: {}, sdk: { language: 'go' } },
  ]) {
    it(`would not be: ${JSON.stringify(bad)}`, () => assert.equal(validate(bad), false));
  }
});

describe('versions', () => {
  it('are compared by their numbers', () =>
    assert.deepEqual(['1.3.9', '1.3.166', '1.10.0', '1.3.10', 'unknown'].sort(compareVersions), [
      '1.3.9',
      '1.3.10',
      '1.3.166',
      '1.10.0',
      'unknown',
    ]));
});
