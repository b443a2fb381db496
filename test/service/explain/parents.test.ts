import assert from 'node:assert/strict';
import { Catalog } from '../../../server/src/service';
import { serviceWith } from '../../support/service';

/** The facts of a code of which only a parent is known. */
const factsOf = (code: string, product = ''): readonly string[] => serviceWith({ product }).explainCode(code).facts;

describe('a parent speaks for a code below it', () => {
  for (const code of ['InvalidParameterValue.Zone', 'InvalidParameter.Name', 'ResourceNotFound.Topic']) {
    it(`if the code only says more of the same: ${code}`, () =>
      assert.deepEqual(factsOf(code), ["A product's own code", 'Fault: caller', 'Retry: after fixing']));
  }

  for (const code of [
    'LimitExceeded.Error',
    'ResourceUnavailable.ThingType',
    'UnsupportedOperation.PackageExhausted',
    'InternalError.InvalidThing',
    'FailedOperation.CreateThingFailed',
    'InvalidParameterValue.BalanceUnavailable',
  ]) {
    it(`without fault and retry if the rest of the code decides and does not say them: ${code}`, () =>
      assert.deepEqual(factsOf(code), ["A product's own code"]));
  }

  it('despite words that only look like others', () =>
    assert.deepEqual(factsOf('InvalidParameter.LoadBalancerId').length, 3));

  it('as a code of the product, if that is known, or of the SDK', () => {
    assert.deepEqual(factsOf('InternalError.Db', 'cvm'), ['Product: cvm']);
    assert.deepEqual(factsOf('ClientError.Other'), ['Raised by the SDK']);
  });

  it('and is named as the only thing known, before its help', () => {
    const service = serviceWith();
    const explanation = service.explainCode('LimitExceeded.Error');
    for (const said of [service.explanationMarkdown(explanation), service.explanationText(explanation)]) {
      const caveat = said.indexOf('Only the parent of this code is known, "LimitExceeded"');
      assert.ok(caveat > 0 && caveat < said.indexOf('a quota is used up'), said);
    }
    assert.equal(explanation.description, '`LimitExceeded`: Quota limit exceeded.');
  });

  it('no more if the code was imported from an SDK', () => {
    const products = { cvm: { codes: { 'Vague.Own': 'Of cvm.', 'Vague.Bare': null, 'Clear.Own': 'Of cvm.' } } };
    const facts = { fault: 'account', retry: 'no' } as const;
    const codes = {
      Vague: { description: 'Vague.', meaning: 'In general.', vague: true, ...facts },
      Clear: { description: 'Clear.', meaning: 'In general.', ...facts },
    };
    const catalog = new Catalog([
      { scope: 'common', data: { schemaVersion: 1, codes } },
      { scope: 'product', data: { schemaVersion: 1, products } },
    ]);
    const explained = (code: string): unknown => {
      const { caveat, description, facts: told, note } = serviceWith({ catalog }).explainCode(code);
      return { description, told, ...(caveat ? { caveat } : {}), ...(note ? { note } : {}) };
    };
    const general = (code: string): string => `The rest applies to "${code}" in general.`;
    assert.deepEqual(explained('Vague.Own'), {
      description: 'In cvm: Of cvm.',
      told: ['If sent by cvm'],
      caveat: general('Vague'),
    });
    assert.deepEqual(explained('Vague.Bare'), {
      description: 'A code of the product; nothing more is known about it.',
      told: ["A product's own code"],
      caveat: general('Vague'),
    });
    assert.deepEqual(explained('Clear.Own'), {
      description: 'In cvm: Of cvm.',
      told: ['If sent by cvm', 'Fault: account', 'Retry: no'],
      note: general('Clear'),
    });
    assert.deepEqual(serviceWith({ catalog }).explainCode('Vague').facts, [
      'Common code',
      'Fault: account',
      'Retry: no',
    ]);
  });
});
