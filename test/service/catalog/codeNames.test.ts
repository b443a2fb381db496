import assert from 'node:assert/strict';
import { builtinNames } from '../../../server/src/data/builtinData';
import { Catalog, CodeNames } from '../../../server/src/service';
import { listedCodes } from '../../support/listedCodes';

const codes = [
  'cup\tFailedOperation+Cracked,Handle.Lost;NoCoffee\tNoTea;FailedOperation:Steamed',
  'mug\tFailedOperation:Cracked,Chipped;InvalidParameter',
  'pot\t\tNoCoffee',
].join('\n');
const names = new CodeNames(`${codes}\n`, 'cup\tBoilWater,PourTea\nmug\tBoilWater\n');

describe('names of codes', () => {
  it('say which products have a code', () => {
    assert.deepEqual(names.productsWith('FailedOperation.Cracked'), ['cup', 'mug']);
    assert.deepEqual(names.productsWith('FailedOperation.Handle.Lost'), ['cup']);
    assert.deepEqual(names.productsWith('FailedOperation'), ['cup']);
    assert.deepEqual(names.productsWith('InvalidParameter'), ['mug']);
  });

  it('name products that had a code once after those that have it', () => {
    assert.deepEqual(names.productsWith('NoCoffee'), ['cup', 'pot']);
    assert.deepEqual(names.productsWith('NoTea'), ['cup']);
    assert.deepEqual(
      ['cup', 'pot', 'mug'].map((product) => names.isRetired('NoCoffee', product)),
      [false, true, false],
    );
  });

  it('list the codes that a product has today', () => {
    assert.deepEqual(names.codesOf('cup'), [
      'FailedOperation',
      'FailedOperation.Cracked',
      'FailedOperation.Handle.Lost',
      'NoCoffee',
    ]);
    assert.deepEqual(names.codesOf('pot'), []);
    assert.deepEqual(names.codesOf('kettle'), []);
  });

  it('say which products have an action', () => {
    assert.deepEqual(names.productsOfAction('BoilWater'), ['cup', 'mug']);
    assert.deepEqual(names.productsOfAction('PourTea'), ['cup']);
    assert.deepEqual(names.productsOfAction('DrinkTea'), []);
  });

  for (const code of ['', 'NoCoffe', 'nocoffee', 'FailedOperation.', 'Handle.Lost', 'constructor', '__proto__']) {
    it(`do not have ${JSON.stringify(code)}`, () => {
      assert.deepEqual(names.productsWith(code), []);
      assert.deepEqual(names.productsOfAction(code), []);
      assert.equal(names.isRetired(code, 'cup'), false);
    });
  }
});

describe('a catalog with names', () => {
  const common = {
    FailedOperation: { description: 'Failed.', fault: 'caller', causes: ['A cause.'] },
    InvalidParameter: 'Invalid.',
  } as const;
  const catalog = new Catalog(
    [
      { scope: 'common', data: { schemaVersion: 1, codes: common } },
      { scope: 'product', data: { schemaVersion: 1, product: 'mug', codes: { 'FailedOperation.Cracked': 'Of mug.' } } },
      { scope: 'product', data: { schemaVersion: 1, product: 'glass', codes: { NoCoffee: 'Of glass.' } } },
    ],
    () => names,
  );

  it('knows a code by its name, and has the help of its parent', () => {
    assert.deepEqual(catalog.match('FailedOperation.Cracked', 'cup'), {
      kind: 'exact',
      code: 'FailedOperation.Cracked',
      entry: {
        code: 'FailedOperation.Cracked',
        description: 'Failed.',
        scope: 'product',
        product: 'cup',
        nameOnly: true,
        general: 'FailedOperation',
        fault: 'caller',
        causes: ['A cause.'],
      },
    });
    assert.equal(catalog.get('FailedOperation.Cracked', 'cup'), catalog.get('FailedOperation.Cracked', 'cup'));
  });

  it('prefers the files', () => {
    assert.equal(catalog.get('FailedOperation.Cracked', 'mug')?.description, 'Of mug.');
    assert.equal(catalog.get('FailedOperation.Cracked')?.product, 'mug');
    assert.equal(catalog.get('InvalidParameter', 'mug')?.scope, 'common');
    assert.equal(catalog.get('NoCoffee')?.description, 'Of glass.');
    assert.equal(catalog.get('NoCoffee', 'cup')?.product, 'cup');
  });

  it('marks what is retired', () => {
    assert.equal(catalog.get('NoTea')?.retired, true);
    assert.equal(catalog.get('NoCoffee', 'pot')?.retired, true);
    assert.ok(!('retired' in (catalog.get('NoCoffee', 'cup') ?? {})));
  });

  it('names the products of a code, those with a file first', () => {
    assert.deepEqual(catalog.productsWith('FailedOperation.Cracked'), ['mug', 'cup']);
    assert.deepEqual(catalog.productsWith('NoCoffee'), ['glass', 'cup', 'pot']);
    assert.deepEqual(catalog.productsWith('NoMilk'), []);
  });

  it('has meanings of files alone', () => {
    assert.deepEqual(
      catalog.ofProducts('FailedOperation.Cracked', 'cup').map(({ product }) => product),
      ['mug'],
    );
  });

  it('offers the names of the product, if it is known', () => {
    const offered = (product?: string): string[] => catalog.codes(product).map(({ code }) => code);
    const shared = ['FailedOperation', 'InvalidParameter'];
    const ofCup = ['FailedOperation.Cracked', 'FailedOperation.Handle.Lost', 'NoCoffee'];
    assert.deepEqual(offered('cup'), [...shared, ...ofCup]);
    assert.deepEqual(offered(), [...shared, 'FailedOperation.Cracked', 'NoCoffee']);
  });

  it('suggests spellings of the product, and none that is retired', () => {
    const spellings = (code: string, product?: string): readonly string[] =>
      catalog.misspellings(catalog.match(code, product), product);
    assert.deepEqual(spellings('NoCofee', 'cup'), ['NoCoffee']);
    assert.deepEqual(spellings('FailedOperation.Crackd', 'cup'), ['FailedOperation.Cracked']);
    assert.deepEqual(spellings('NoTee', 'cup'), []);
    assert.deepEqual(spellings('NoCofee', 'mug'), []);
    assert.deepEqual(spellings('NoCofee'), []);
  });

  it('does not explain other codes by a name', () => {
    assert.equal(catalog.match('NoCoffee.AtAll', 'cup').kind, 'none');
    const match = catalog.match('FailedOperation.Cracked.Twice', 'cup');
    assert.ok(match.kind === 'parent' && match.entry.code === 'FailedOperation');
  });

  it('reads them only for codes that the files do not decide', () => {
    let reads = 0;
    const count = (): number => reads;
    const lazy = new Catalog([{ scope: 'common', data: { schemaVersion: 1, codes: common } }], () => {
      reads++;
      return names;
    });
    lazy.match('FailedOperation');
    lazy.match('FailedOperation ', 'cup');
    lazy.get('InvalidParameter', 'mug');
    lazy.isOfProducts('FailedOperation');
    lazy.isOfProducts('');
    lazy.codes();
    assert.equal(count(), 0);
    lazy.match('FailedOperation.Steamed');
    assert.ok(count() > 0);
  });
});

describe('the shipped names', () => {
  const listed = listedCodes();

  it('are those of 261 products, and of codes that are retired', () => {
    const current = listed.filter(({ retired }) => !retired);
    assert.equal(new Set(current.map(({ product }) => product)).size, 261);
    assert.equal(current.length, 16_845);
    assert.equal(new Set(current.map(({ code }) => code)).size, 12_264);
    assert.equal(listed.length - current.length, 1_462);
  });

  it('are all found', () => {
    const table = builtinNames();
    for (const { product, code, retired } of listed) {
      assert.ok(table.productsWith(code).includes(product), `${product} ${code}`);
      assert.equal(table.isRetired(code, product), retired, `${product} ${code}`);
    }
  });

  it('know the product of most actions', () => {
    const table = builtinNames();
    assert.deepEqual(table.productsOfAction('SendStatusCallback'), []);
    assert.deepEqual(table.productsOfAction('DescribeSmsSignList'), ['sms']);
    assert.deepEqual(table.productsOfAction('RunInstances'), ['cvm', 'ecm', 'hai']);
  });
});
