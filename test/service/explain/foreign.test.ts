import assert from 'node:assert/strict';
import { Catalog } from '../../../server/src/service';
import { parse, serviceWith } from '../../support/service';
import { failure } from '../../support/ticket';

describe('a code that only one product is known to have', () => {
  const help = { description: 'The query failed.', meaning: 'A field of cfw.', steps: ['Look at cfw.'] };
  const catalog = new Catalog([
    { scope: 'common', data: { schemaVersion: 1, codes: { FailedOperation: 'It failed.' } } },
    {
      scope: 'product',
      data: {
        schemaVersion: 1,
        product: 'cfw',
        codes: { 'FailedOperation.Query': { ...help, fault: 'caller', retry: 'no' }, FailedOperation: 'cfw failed.' },
      },
    },
  ]);
  const text = JSON.stringify(failure('m')).replace('AuthFailure.SignatureFailure', 'FailedOperation.Query');
  const whose = 'The following is about cfw; the same code may mean something else for another product.';

  for (const product of ['', 'cls']) {
    it(`is explained as that of the product where the call is one of ${product || 'any product'}`, () => {
      const service = serviceWith({ catalog, product });
      const { description, facts, caveat } = service.explainCode('FailedOperation.Query');
      assert.deepEqual(
        { description, facts, caveat },
        {
          description: 'In cfw: The query failed.',
          facts: ['If sent by cfw', 'Fault: caller', 'Retry: no'],
          caveat: whose,
        },
      );
      const shown = 'In cfw: The query failed';
      assert.match(service.getCodeLenses(parse(text))[0]?.command?.title ?? '', new RegExp(`^${shown} · `));
      assert.equal(service.listFailures(parse(text))[0]?.description, `${shown}.`);
      assert.equal(service.describeCode('FailedOperation.Query'), `${shown}.`);
    });
  }

  it('is explained without more ado where the call is one of the product', () => {
    const service = serviceWith({ catalog, product: 'cfw' });
    const { description, facts, caveat } = service.explainCode('FailedOperation.Query');
    assert.deepEqual([description, facts[0], caveat], ['The query failed.', 'Product: cfw', undefined]);
    assert.equal(service.listFailures(parse(text))[0]?.description, 'The query failed.');
  });

  it('is what a message says it is, rather than what another product means by it', () => {
    const denied = 'you are not authorized to perform operation (cls:SearchLog)\nresource (*) has no permission';
    const explained = serviceWith({ catalog }).explainText(text.replace('"m"', JSON.stringify(denied))) ?? '';
    assert.doesNotMatch(explained, /Look at cfw|A field of cfw/);
  });

  it('is a common one as long as only its parent is known', () => {
    const { description, caveat } = serviceWith({ catalog }).explainCode('FailedOperation');
    assert.deepEqual([description, caveat], ['It failed.', undefined]);
  });
});
