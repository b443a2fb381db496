import assert from 'node:assert/strict';
import { displayLanguages } from '../../../server/src/service';
import { listedCodes } from '../../support/listedCodes';
import { parse, serviceWith } from '../../support/service';

/** Failures with these codes, well formed. */
const documentWith = (codes: readonly string[]): string =>
  JSON.stringify(
    codes.map((Code) => ({ Response: { Error: { Code, Message: 'It failed.' }, RequestId: 'ed93f3cb-f35e' } })),
  );

describe('no rule objects to a code that a product has, or had once,', () => {
  const listed = listedCodes();
  const products = [...new Set(listed.map(({ product }) => product))];

  it('if the product is known', () => {
    for (const product of products) {
      const codes = listed.filter((each) => each.product === product).map(({ code }) => code);
      const { first, total } = serviceWith({ product }).findings(parse(documentWith(codes)));
      assert.equal(total, 0, `${product}: ${first[0]?.message ?? ''}`);
    }
  });

  for (const product of ['', 'cvm', 'teapot']) {
    it(`if it is ${product === '' ? 'not known' : `said to be ${product}`}`, () => {
      const codes = [...new Set(listed.map(({ code }) => code))];
      const { first, total } = serviceWith({ product }).findings(parse(documentWith(codes)));
      assert.equal(total, 0, first[0]?.message);
    });
  }

  for (const language of displayLanguages) {
    it(`and each is explained in ${language}, with and without its product`, () => {
      for (const product of products) {
        const services = [serviceWith({ language, product }), serviceWith({ language })];
        for (const { code } of listed.filter((each) => each.product === product)) {
          for (const service of services) {
            const { match, misspellings, description } = service.explainCode(code);
            assert.deepEqual([match, misspellings], ['exact', []], `${product} ${code}`);
            assert.notEqual(description, '', `${product} ${code}`);
          }
        }
      }
    });
  }
});

describe('a code in no list', () => {
  const messagesOf = (code: string, product = ''): string[] =>
    serviceWith({ product })
      .findings(parse(documentWith([code])))
      .first.map(({ rule, message }) => `${rule}: ${message}`);

  it('gets candidates of the product and common ones', () => {
    assert.deepEqual(messagesOf('InvalidInstanceID.NotFound', 'cvm'), [
      'misspelled-error-code: This code is not in the list of known codes; did you mean "InvalidInstanceId.NotFound"?',
    ]);
    assert.deepEqual(messagesOf('InvalidParamterValue', 'cvm'), [
      'misspelled-error-code: This code is not in the list of known codes; did you mean "InvalidParameterValue"?',
    ]);
  });

  it('gets none of other products', () => {
    const message =
      'unknown-error-code: This code is not in the list of known codes, and does not begin with a code that explains it.';
    assert.deepEqual(messagesOf('InvalidInstanceID.NotFound'), [message]);
    assert.deepEqual(messagesOf('InvalidInstanceID.NotFound', 'sms'), [message]);
  });
});
