import assert from 'node:assert/strict';
import type { ExplainedText } from '../../../server/src/service';
import { seedFailure, seedSuccess } from '../../support/seed';
import { serviceWith } from '../../support/service';

const explained = (text: string, languageId?: string): ExplainedText | undefined =>
  serviceWith().explainedText(text, languageId);

/** Of each failure its code, how it met the catalog, message and RequestId. */
const failuresIn = (text: string, languageId?: string): unknown[] | undefined =>
  explained(text, languageId)?.failures.map(({ explanation, message, requestId }) => [
    explanation?.code,
    explanation?.match,
    message,
    requestId,
  ]);

const failure = (code: string, message = 'm', id = 'r'): string =>
  JSON.stringify({ Response: { Error: { Code: code, Message: message }, RequestId: id } });

describe('an explained text', () => {
  it('may be a code', () => {
    assert.deepEqual(failuresIn(' "AuthFailure.SignatureFailure"\n'), [
      ['AuthFailure.SignatureFailure', 'exact', undefined, undefined],
    ]);
  });

  it('has all failures of its responses and exceptions', () => {
    const count = 30;
    const lines = Array.from({ length: count }, (_, index) => failure('InternalError', 'm', `r${index}`));
    const exception = '[TencentCloudSDKError] Code=Zzzzz.Own, Message=gone, RequestId=r';
    const { responses, failed } = explained([...lines, exception, seedSuccess].join('\n'), 'log')!;
    assert.deepEqual([responses, failed], [count + 2, count + 1]);
    assert.deepEqual(failuresIn([...lines, exception].join('\n'), 'log')?.slice(-2), [
      ['InternalError', 'exact', 'm', `r${count - 1}`],
      ['Zzzzz.Own', 'none', 'gone', 'r'],
    ]);
  });

  it('is read by its language', () => {
    const text = `body: '${failure('InternalError', "it''s")}'`;
    assert.deepEqual(failuresIn(text, 'yaml'), [['InternalError', 'exact', "it's", 'r']]);
    assert.deepEqual(failuresIn(text, 'plaintext'), [['InternalError', 'exact', "it''s", 'r']]);
  });

  it('has what messages add, and the verdict that they bring', () => {
    const message =
      'Your current request times equals to `21` in a second, which exceeds the frequency limit `20` for a second.';
    const [found] = explained(failure('RequestLimitExceeded', message))!.failures;
    const markdown = serviceWith().explainText(failure('RequestLimitExceeded', message)) ?? '';
    assert.equal(found!.insights.length, 1);
    assert.ok(markdown.replaceAll(/[\\`*]/g, '').includes(found!.insights[0]!), markdown);
  });

  it('may be told by its wording alone', () => {
    const text = 'You are not authorized to perform operation (cvm:RunInstances) resource (*) has no permission.';
    const [found, ...others] = explained(text)?.failures ?? [];
    assert.deepEqual([found?.isByWording, found?.explanation?.match, others], [true, 'exact', []]);
  });

  it('may be a failure without a code', () => {
    const [found] = explained('{"Response": {"Error": {"Message": "gone"}, "RequestId": "r"}}')?.failures ?? [];
    assert.deepEqual(found, { isByWording: false, insights: [], message: 'gone', requestId: 'r' });
  });

  it('may be a success, or a RequestId', () => {
    const id = 'b5b41468-520d-4192-b42f-595cc34b6c1c';
    assert.deepEqual(explained(seedSuccess), { responses: 1, failed: 0, failures: [], requestId: id });
    assert.deepEqual(explained(id), { responses: 0, failed: 0, failures: [], requestId: id });
  });

  it('has no secrets', () => {
    const secret = 'abcdefgh12345678';
    for (const text of [
      failure('InternalError', `SecretKey=${secret}, try again`),
      failure(`Own.${secret}`, `SecretKey=${secret}`, secret),
      `LimitExceeded: SecretKey=${secret}`,
      `[TencentCloudSDKError] Code=InternalError, Message=SecretKey=${secret}, RequestId=${secret}`,
      `{"SecretKey": "${secret}", "Response": {"RequestId": "SecretKey=${secret}"}}`,
    ]) {
      const found = explained(text);
      assert.notEqual(found, undefined, text);
      assert.doesNotMatch(JSON.stringify(found), /abcdefgh/, text);
    }
    assert.deepEqual(failuresIn(failure('InternalError', `SecretKey=${secret}, try again`)), [
      ['InternalError', 'exact', 'SecretKey=[removed], try again', 'r'],
    ]);
  });

  it('may have nothing to explain', () => {
    assert.equal(explained('nothing at all'), undefined);
    assert.equal(explained(''), undefined);
  });

  it('has the codes that Markdown explains, in the same order', () => {
    for (const text of [
      seedFailure,
      'first LimitExceeded, then InternalError: gone',
      '{"Response":{"SendStatusSet":[{"Code":"LimitExceeded.PhoneNumberDailyLimit","Message":"m"}],"RequestId":"r"}}',
    ]) {
      const codes = [...(serviceWith().explainText(text) ?? '').matchAll(/^\*\*`([^`]+)`\*\*/gm)].map(
        ([, code]) => code,
      );
      assert.ok(codes.length > 0);
      assert.deepEqual(
        explained(text)?.failures.map(({ explanation }) => explanation?.code),
        codes,
      );
    }
  });
});
