import assert from 'node:assert/strict';
import type { Failure } from '../../../server/src/service';
import { parse, read, serviceWith } from '../../support/service';
import { failure } from '../../support/ticket';

const list = (document: unknown, product = ''): Failure[] =>
  serviceWith({ product }).listFailures(parse(JSON.stringify(document)));

describe('the failures of a text', () => {
  it('are listed with the known request, unlike successes', () => {
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
        fault: 'caller',
        time: '',
      },
    ]);
  });

  it('say whose fault they are: what the message settles comes before the code, and nothing is guessed', () => {
    const denied = 'you are not authorized to perform operation (cvm:StopInstances)\nresource (*) has no permission';
    const unknown = { Response: { Error: { Code: 'Made.Up', Message: 'm' }, RequestId: 'r' } };
    assert.deepEqual(
      list([failure('m'), failure(denied), unknown]).map(({ fault }) => fault),
      ['caller', 'account', ''],
    );
  });

  it('belong to the product of the settings if the text names none', () => {
    assert.deepEqual(
      list(failure('m'), 'cfw').map(({ product }) => product),
      ['cfw'],
    );
  });

  it('each have their own request, however many there are', () => {
    const actions = Array.from({ length: 2_000 }, (_, index) => `Run${index}`);
    const calls = actions.map((action) => ({ action, response: failure('m') }));
    assert.deepEqual(
      list(calls).map(({ action }) => action),
      actions,
    );
  });
});
