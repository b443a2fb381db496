import assert from 'node:assert/strict';
import { english } from '../../../server/src/service/base/localizer';
import { innerNumber } from '../../../server/src/service/explain/innerCode';
import { serviceWith } from '../../support/service';

function told(message: string): string[] {
  const [insight] = innerNumber({ code: 'FailedOperation', message, requestId: 'r' }, english);
  return (insight?.sentences ?? []).map((sentence) =>
    sentence.map((part) => (typeof part === 'string' ? part : `«${part.value}»`)).join(''),
  );
}

const internal = (number: string): string =>
  `«${number}» is an internal code of the service, with no public meaning: give it to support with the RequestId.`;
const says = (text: string): string => `The service adds: «${text}»`;

describe('a number in the message that is an inner code', () => {
  for (const [message, number, text] of [
    ['Code:1001, Msg:the kettle is cold', '1001', 'the kettle is cold'],
    ['DashboardError,Code : -10013 , Msg : no water', '-10013', 'no water'],
    ['code: 40004, msg: boiled dry', '40004', 'boiled dry'],
    ['errorCode=40004;errorMsg=boiled dry', '40004', 'boiled dry'],
    ['{"code":40004,"message":"boiled dry"}', '40004', 'boiled dry"}'],
    ['错误码：40004', '40004', undefined],
    ['[ERR130] 没有水', 'ERR130', '没有水'],
    ['(-130103)', '-130103', undefined],
    ['E90006:%E6%97%A0', 'E90006', undefined],
    ['tea login failed with code 6206', '6206', undefined],
  ] as const) {
    it(`is given to support: ${message}`, () => {
      assert.deepEqual(told(message), [internal(number), ...(text === undefined ? [] : [says(text)])]);
    });
  }

  for (const message of [
    'API request failed with status code: 500',
    'HTTP code: 404',
    'Code: InvalidParameter',
    'the code is 12',
    'postcode: 518000',
    '(1a2b3c4d5e6f) gone',
    '[ERROR] gone',
    '',
  ]) {
    it(`is none: ${message}`, () => assert.deepEqual(told(message), []));
  }

  it('comes after what the message says in plain words', () => {
    const text = JSON.stringify({
      Response: { Error: { Code: 'InternalError', Message: 'Code:1001, Msg:Mutex task is running' }, RequestId: 'r' },
    });
    const said = serviceWith().explainText(text) ?? '';
    assert.ok(said.indexOf('busy with another task') < said.indexOf('internal code'), said);
    assert.match(said, /internal code of the service/);
  });
});
