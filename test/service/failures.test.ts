import assert from 'node:assert/strict';
import { builtinCatalog } from '../../server/src/builtin';
import { defaultSettings, failuresOf } from '../../server/src/service';
import { failure } from '../support/ticket';
import { read } from '../support/service';

const list = (document: unknown, product = ''): ReturnType<typeof failuresOf> => {
  const text = JSON.stringify(document);
  return failuresOf(text, read(text), builtinCatalog(), { ...defaultSettings, product });
};

describe('the failures of a text', () => {
  it('are listed with what is known of the request, successes are not', () => {
    const call = { host: 'cvm.ap-tokyo.tencentcloudapi.com', action: 'RunInstances', response: failure(' m ') };
    const success = { Response: { RequestId: 'r' } };
    assert.deepEqual(list([call, success]), [
      {
        span: read(JSON.stringify([call, success])).envelopes[0]!.span,
        code: 'AuthFailure.SignatureFailure',
        description: 'Signature error.',
        message: 'm',
        requestId: 'ed93f3cb-f35e-473f-b9f3-0d451b8b79c6',
        product: 'cvm',
        action: 'RunInstances',
        region: 'ap-tokyo',
      },
    ]);
  });

  it('are of the product that is set, where the text names none', () => {
    assert.deepEqual(
      list(failure('m'), 'cfw').map(({ product }) => product),
      ['cfw'],
    );
  });

  it('are told without their requests, where there are many', () => {
    const calls = Array.from({ length: 21 }, () => ({ action: 'RunInstances', response: failure('m') }));
    assert.deepEqual(new Set(list(calls).map(({ action }) => action)), new Set(['']));
    assert.deepEqual(new Set(list(calls.slice(1)).map(({ action }) => action)), new Set(['RunInstances']));
  });
});
