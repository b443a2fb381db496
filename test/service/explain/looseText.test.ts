import assert from 'node:assert/strict';
import { denial } from '../../support/insights';
import { serviceWith } from '../../support/service';

const explained = (text: string, language: 'en' | 'zh-cn' = 'en'): string =>
  serviceWith({ language }).explainText(text)?.replaceAll('\\', '') ?? '';

/** The codes that a text is explained by, in their order. */
const codesOf = (text: string): (string | undefined)[] =>
  [...explained(text).matchAll(/^\*\*`([A-Z][\w.]+)`\*\* — /gm)].map(([, code]) => code);

describe('a known code in a text that is neither a response nor an exception', () => {
  for (const [text, ...codes] of [
    ['AuthFailure.SignatureFailure:The signature is wrong.', 'AuthFailure.SignatureFailure'],
    ['AuthFailure.SignatureFailure - The signature is wrong.', 'AuthFailure.SignatureFailure'],
    ['error: InvalidParameterValue.Own, the zone is wrong', 'InvalidParameterValue.Own'],
    ['调用失败（FailedOperation.Own）：操作失败', 'FailedOperation.Own'],
    ['the call failed with InternalError.', 'InternalError'],
    ['2026-01-02 03:04:05 ERROR [worker] RequestLimitExceeded', 'RequestLimitExceeded'],
    ['code=ResourceNotFound.Own&x=1', 'ResourceNotFound.Own'],
    ['{"error": "LimitExceeded.Own", "id": 7}', 'LimitExceeded.Own'],
    ['first InternalError, then MissingParameter, then InternalError again', 'InternalError', 'MissingParameter'],
    ['ClientError.NetworkError: dial tcp', 'ClientError.NetworkError'],
    ['NetworkError of the Tencent Cloud SDK', 'NetworkError'],
  ] as const) {
    it(`is explained: ${text}`, () => assert.deepEqual(codesOf(text), codes));
  }

  for (const text of [
    'NetworkError when attempting to fetch resource.',
    'at InternalError.java:30',
    'see docs/InternalError.md',
    'MyInternalError',
    'x.InternalError',
    'InternalErrors',
    'new InternalError(7)',
    'Unknown.Own failed, Other.Own too',
    'remember the milk, Response and Error',
  ]) {
    it(`is not in: ${text}`, () => assert.equal(explained(text), ''));
  }

  it('has its message after it, and what that adds', () => {
    const said = explained('LimitExceeded.SpotQuota: it is sold out\nnext line');
    assert.match(said, /According to the message it is sold out/);
    assert.match(said, /Fault: service/);
    assert.match(said, /\*\*Message:\*\* it is sold out$/);
    assert.match(explained(`UnauthorizedOperation: ${denial('cvm:StopInstances', '*')}`), /allows `cvm:StopInstances`/);
  });

  it('has only its own message where there are several', () => {
    const [first = '', second = ''] = explained('FailedOperation.A: it is sold out\nInternalError.B: m').split('---');
    assert.match(first, /sold out/);
    assert.doesNotMatch(second, /sold out/);
  });

  it('is one of the first twenty', () => {
    const text = Array.from({ length: 30 }, (_, index) => `InternalError.Own${index}`).join(' ');
    assert.equal(codesOf(text).length, 20);
  });

  it('is escaped', () => {
    const said = serviceWith().explainText('InternalError: [x](command:y) <img>') ?? '';
    assert.match(said, /\n\*\*Message:\*\* \\\[x\\\]\(command\\:y\) \\<img\\>$/);
  });
});

describe('a known wording without a code', () => {
  for (const [text, code] of [
    ['Signature expired. Timestamp 1700000000, server time 1700028800.', 'AuthFailure.SignatureExpire'],
    ['签名已过期，服务器时间为 1700028800', 'AuthFailure.SignatureExpire'],
    ['The provided credentials could not be validated. Please check your signature.', 'AuthFailure.SignatureFailure'],
    ['请求签名验证失败，请检查您的签名计算是否正确。', 'AuthFailure.SignatureFailure'],
    ['error: The SecretId is not found, please ensure that it is correct.', 'AuthFailure.SecretIdNotFound'],
    [
      'Your current request times equals to 12 in a second, which exceeds the frequency limit 10 for a second.',
      'RequestLimitExceeded',
    ],
    ['您当前每秒请求 6 次，超过了每秒频率上限 5，请稍后重试。', 'RequestLimitExceeded'],
    ['you are not authorized to perform operation (cvm:StopInstances)', 'AuthFailure.UnauthorizedOperation'],
    ['The request is missing a required parameter `Version`.', 'MissingParameter'],
    ['The value `[]` specified in the parameter `Filters` is not valid.', 'InvalidParameterValue'],
    ['The value type of parameter `Own` is not valid', 'InvalidParameter'],
    ['The specified api version=`2000-01-01` does not exist in service=`cvm`.', 'NoSuchVersion'],
  ] as const) {
    it(`names the code, and says why: ${text}`, () => {
      const [note] = explained(text).split('\n\n');
      assert.equal(note, `There is no code in the text. Its wording is that of \`${code}\`, which is explained here.`);
      assert.deepEqual(codesOf(text), [code]);
    });
  }

  it('adds what the message says', () => {
    const said = explained('Signature expired: timestamp 1700028800, server time 1700000000');
    assert.match(said, /8 h ahead of the server's clock/);
    assert.match(said, /China's offset from UTC/);
  });

  it('is told in Chinese', () =>
    assert.match(
      explained('请求签名验证失败', 'zh-cn'),
      /^文本中没有错误码。从措辞看应是 `AuthFailure\.SignatureFailure`/,
    ));

  it('explains an exception without a code', () => {
    const text = '[TencentCloudSDKException]message:The SecretId is not found. requestId:r-7';
    assert.deepEqual(codesOf(text), ['AuthFailure.SecretIdNotFound']);
    assert.match(explained(text), /\*\*RequestId:\*\* `r-7`$/);
    assert.doesNotMatch(explained(text), /has no RequestId/);
  });

  for (const text of [
    'Signature expired: 20300101T000000Z is now earlier than 20300102T000000Z',
    'User: x is not authorized to perform: s3:GetObject',
    'the certificate has expired',
    'request times out',
    'credentials could not be found',
  ]) {
    it(`is none: ${text}`, () => assert.equal(explained(text), ''));
  }
});
