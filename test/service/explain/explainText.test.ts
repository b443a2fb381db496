import assert from 'node:assert/strict';
import { seedFailure, seedSuccess } from '../../support/seed';
import { serviceWith } from '../../support/service';

const explained = (text: string): string | undefined => serviceWith().explainText(text);

/** The first line of the explanation. */
const head = (text: string): string | undefined => explained(text)?.split('\n', 1)[0];

describe('copied text', () => {
  for (const [what, text] of Object.entries({
    'a bare code': 'AuthFailure.SignatureFailure',
    'a bare code in quotes, with whitespace around': '  "AuthFailure.SignatureFailure"\n',
    'a response': seedFailure,
    'the inside of a response': '{"Error":{"Code":"AuthFailure.SignatureFailure","Message":"m"},"RequestId":"r"}',
    'an exception text': '[TencentCloudSDKError] Code=AuthFailure.SignatureFailure, Message=m, RequestId=r',
    'a log line':
      '12:00 response body [{"Response":{"Error":{"Code":"AuthFailure.SignatureFailure"},"RequestId":"r"}}]',
  })) {
    it(`is explained: ${what}`, () => {
      assert.equal(head(text), '**`AuthFailure.SignatureFailure`** — Signature error.');
    });
  }

  it('has message and RequestId after the explanation of the code', () => {
    const lines = (explained(seedFailure) ?? '').split('\n');
    assert.deepEqual(lines.slice(-3), [
      '**Message:** The provided credentials could not be validated. Please ensure your signature is correct.',
      '',
      '**RequestId:** `ed93f3cb-f35e-473f-b9f3-0d451b8b79c6`',
    ]);
  });

  it('may be a RequestId, which alone explains nothing', () => {
    assert.equal(
      head('ed93f3cb-f35e-473f-b9f3-0d451b8b79c6'),
      '**`ed93f3cb-f35e-473f-b9f3-0d451b8b79c6`** — may be a RequestId',
    );
  });

  it('may be a success', () => {
    assert.equal(
      explained(seedSuccess),
      'The call succeeded: the response has no Error. RequestId: `b5b41468-520d-4192-b42f-595cc34b6c1c`',
    );
  });

  it('may contain several responses, whose failures are explained', () => {
    const text = [seedFailure, seedSuccess, seedFailure.replace('AuthFailure.SignatureFailure', 'InternalError')];
    const said = explained(JSON.stringify(text.map((each) => JSON.parse(each) as unknown))) ?? '';
    assert.match(said, /^3 responses, 2 failed\.\n\n\*\*`AuthFailure\.SignatureFailure`\*\*/);
    assert.match(said, /\n\n---\n\n\*\*`InternalError`\*\*/);
  });

  it('is explained only up to a number of failures', () => {
    const said = explained(Array.from({ length: 25 }, () => JSON.stringify(JSON.parse(seedFailure))).join('\n')) ?? '';
    assert.match(said, /^25 responses, 25 failed\.\n/);
    assert.equal(said.match(/^\*\*`AuthFailure/gm)?.length, 20);
    assert.match(said, /\n5 more failures\.$/);
  });

  it('says that a failure has no code', () => {
    assert.equal(
      head('[TencentCloudSDKException]message:connect timed out requestId:'),
      'The call failed, and the text has no code.',
    );
  });

  it('is matched through the parent of an unknown code', () => {
    assert.match(
      explained('InvalidParameterValue.NoSuchThing') ?? '',
      /Judging by the name: `Thing` was not found\.[^]*The following applies to "InvalidParameterValue" in general/,
    );
  });

  for (const text of [
    '',
    ' ',
    'remember the milk',
    'Response',
    'Hello',
    '{"a": 1}',
    '[]',
    '{"Response": "of another vendor"}',
  ]) {
    it(`is not explained: ${JSON.stringify(text)}`, () => assert.equal(explained(text), undefined));
  }

  it('is escaped', () => {
    const message = '[click](https://example.com) <img src=x> *bold* `code';
    const said = explained(
      JSON.stringify({ Response: { Error: { Code: 'InternalError', Message: message }, RequestId: 'r`r' } }),
    );
    assert.match(
      said ?? '',
      /^\*\*Message:\*\* \\\[click\\\]\(https\\:\/\/example\\\.com\) \\<img src=x\\> \\\*bold\\\* \\`code$/m,
    );
    assert.match(said ?? '', /^\*\*RequestId:\*\* ``r`r``$/m);
  });
});
