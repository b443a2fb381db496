import assert from 'node:assert/strict';
import { Catalog } from '../../../server/src/service';
import { serviceWith } from '../../support/service';

describe('entries of a code', () => {
  const whole = {
    description: 'It failed.',
    meaning: 'In general.',
    causes: ['This'],
    steps: ['Do that.'],
    fault: 'caller',
    retry: 'after-fixing',
  } as const;
  const catalog = new Catalog([
    { scope: 'common', data: { schemaVersion: 1, codes: { Failed: whole, Known: 'Known.' } } },
    { scope: 'family', data: { schemaVersion: 1, codes: { Denied: 'Denied by many.' } } },
    {
      scope: 'product',
      data: {
        schemaVersion: 1,
        products: {
          cvm: { codes: { 'Failed.Silently': null, Failed: 'A machine failed.', Denied: 'Denied by cvm.', Own: 'x' } },
          cfw: { codes: { 'Failed.Loudly': { description: 'Loud.', steps: ['Turn it down.'] }, Denied: 'By cfw.' } },
          cls: { codes: { Denied: 'By cfw.', Own: 'y' } },
          bare: { codes: { Bare: null } },
        },
      },
    },
    {
      scope: 'product',
      data: { schemaVersion: 1, product: 'cls', codes: { Own: { description: 'z', fault: 'account' } } },
    },
    { scope: 'product', data: { schemaVersion: 1, product: 'cls', codes: { Own: 'later' } } },
  ]);

  it('are completed from the parent', () => {
    assert.deepEqual(catalog.get('Failed.Loudly'), {
      ...whole,
      code: 'Failed.Loudly',
      scope: 'product',
      product: 'cfw',
      description: 'Loud.',
      steps: ['Turn it down.'],
      general: 'Failed',
    });
  });

  it('are completed from the common entry of the same code', () => {
    assert.deepEqual(catalog.get('Failed', 'cvm'), {
      ...whole,
      code: 'Failed',
      scope: 'product',
      product: 'cvm',
      description: 'A machine failed.',
      general: 'Failed',
    });
  });

  it('may have no description', () => {
    assert.equal(catalog.get('Failed.Silently')?.description, 'It failed.');
    assert.equal(catalog.match('Failed.Silently').kind, 'exact');
  });

  it('name no general entry if nothing was taken from it', () => {
    assert.equal(catalog.get('Failed')?.general, undefined);
    assert.equal(catalog.get('Known')?.general, undefined);
  });

  it('merge several files, of which the later wins', () => {
    assert.deepEqual(catalog.get('Own', 'cls'), {
      code: 'Own',
      scope: 'product',
      product: 'cls',
      description: 'later',
      fault: 'account',
    });
  });

  it('are listed for every product that has its own, the likely one first, but not for a common code', () => {
    const products = (code: string, likely?: string): unknown[] =>
      catalog.ofProducts(code, likely).map(({ product }) => product);
    assert.deepEqual(products('Denied'), ['cvm', 'cfw', 'cls']);
    assert.deepEqual(products('Denied', 'cfw'), ['cfw', 'cvm', 'cls']);
    assert.deepEqual(products('Failed'), []);
    assert.deepEqual(products('Failed', 'cvm'), ['cvm']);
  });

  it('are explained with the meaning in other products, each once', () => {
    const meanings = (code: string, product = ''): unknown => {
      const { description, elsewhere } = serviceWith({ catalog, product }).explainCode(code);
      return [description, ...elsewhere.map((other) => `${other.product}: ${other.description}`)];
    };
    assert.deepEqual(meanings('Denied'), ['Denied by many.', 'cvm: Denied by cvm.', 'cfw: By cfw.']);
    assert.deepEqual(meanings('Denied', 'cls'), ['By cfw.', 'cvm: Denied by cvm.']);
    assert.deepEqual(meanings('Own'), ['In cvm: x', 'cls: later']);
    assert.deepEqual(meanings('Own', 'cls'), ['later', 'cvm: x']);
    assert.deepEqual(meanings('Failed'), ['It failed.']);
    assert.deepEqual(meanings('Bare', 'bare'), ['A code of the product; nothing more is known about it.']);
    // A product's meaning of the parent does not apply to the code.
    assert.deepEqual(meanings('Denied.Later'), ['Denied by many.']);
  });
});
