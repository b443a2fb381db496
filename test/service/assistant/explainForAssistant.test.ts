import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { languageOf, type DisplayLanguage } from '../../../server/src/service';
import { leakOf, place } from '../../support/madeUpSecrets';
import { placements } from '../../support/secretPlacements';
import { seedFailure, seedSuccess } from '../../support/seed';
import { serviceWith } from '../../support/service';

/** What is said of a text; of a file with that name, if there is one. */
function said(text: string, name = '', language: DisplayLanguage = 'en'): string | undefined {
  const service = serviceWith({ language });
  return service.explainForAssistant(service.parse(TextDocument.create(name, languageOf(name, text), 0, text)));
}

const failure = (code: string, message: string, rest = ''): string =>
  JSON.stringify({ Response: { Error: { Code: code, Message: message }, RequestId: 'r-1' } }) + rest;

const rateLimit = (calls: number): string =>
  failure(
    'RequestLimitExceeded',
    `Your current request times equals to \`${calls}\` in a second, which exceeds the frequency limit \`20\` for a second. Please reduce the frequency of calls.`,
  );

describe('what a language model is told', () => {
  it('has the texts of a failure, what its message adds, what is known of the code, and the findings', () => {
    const lines = (said(rateLimit(21).replace('"RequestId"', '"requestId"')) ?? '').split('\n\n');
    assert.deepEqual(lines.slice(0, 5), [
      'Failure 1 of 1, line 1: RequestLimitExceeded',
      '- Message: Your current request times equals to `21` in a second, which exceeds the frequency limit `20` for a second. Please reduce the frequency of calls.\n- RequestId: r-1',
      '21 calls per second, 20 allowed: leave at least 50 ms between calls.',
      'RequestLimitExceeded — The number of requests exceeds the frequency limit.',
      'Common code · Fault: caller · Retry: with backoff',
    ]);
    assert.deepEqual(lines.slice(-2), [
      'Findings:',
      '- line 1, column 212: warning This member must be spelled "RequestId": names have to match exactly. [misspelled-member]',
    ]);
  });

  it('names the call', () => {
    const text = failure(
      'UnauthorizedOperation',
      'You are not authorized to perform operation (cvm:StartInstances) resource (qcs::cvm:ap-guangzhou:uin/1:instance/ins-1)',
    );
    assert.match(said(text) ?? '', /^- Call: cvm, StartInstances$/m);
  });

  it('explains a code once, and what each message adds', () => {
    const text = said([rateLimit(21), failure('InternalError', 'm'), rateLimit(42)].join('\n'), 'a.jsonl') ?? '';
    assert.match(text, /^3 responses, 3 failed\.\n\nFailure 1 of 3, line 1: RequestLimitExceeded\n/);
    assert.equal(text.match(/^Common code · Fault: caller · Retry: with backoff$/gm)?.length, 1);
    assert.match(text, /\n42 calls per second, 20 allowed: .*\n\nExplained above: Failure 1 of 3, line 1\.$/);
  });

  it('says that a call succeeded', () => {
    assert.equal(
      said(seedSuccess),
      'The call succeeded: the response has no Error. RequestId: b5b41468-520d-4192-b42f-595cc34b6c1c',
    );
    assert.equal(said(`${seedSuccess}\n${seedSuccess}`, 'a.log'), '2 responses, 0 failed.');
  });

  it('explains the failures of items', () => {
    const text =
      '{"Response": {"Results": [{"Code": "InvalidInstanceId.NotFound", "Message": "m"}], "RequestId": "r"}}';
    assert.match(said(text) ?? '', /^The call succeeded: .* r\n\nFailed item, line 1: InvalidInstanceId\.NotFound\n/);
  });

  for (const [what, text, start] of [
    ['a code', 'AuthFailure.SignatureFailure', 'AuthFailure.SignatureFailure — Signature error.\n'],
    ['a code in prose', 'I get ResourceInsufficient today', 'ResourceInsufficient — '],
    ['an exception', '[TencentCloudSDKError] Code=InternalError, Message=m, RequestId=r', 'Failure 1 of 1, line 1: I'],
    [
      'a failure without its Response',
      '{"Error": {"Code": "InternalError", "Message": "m"}}',
      'Failure 1 of 1, line 1: I',
    ],
    ['a success without its Response', '{"TotalCount": 0, "RequestId": "r"}', 'The call succeeded: '],
    [
      'a RequestId',
      'ed93f3cb-f35e-473f-b9f3-0d451b8b79c6',
      'ed93f3cb-f35e-473f-b9f3-0d451b8b79c6 — may be a RequestId',
    ],
  ] as const) {
    it(`is about any text: ${what}`, () => assert.equal(said(text)?.slice(0, start.length), start));
  }

  it('keeps what our own words say of secrets', () => {
    const text = said(failure('AuthFailure.SignatureFailure', 'm')) ?? '';
    assert.match(text, /TC3 \+ SecretKey.*\n(?:.*\n)+Related: .*AuthFailure\.SecretIdNotFound/);
    assert.doesNotMatch(text, /removed/);
  });

  it('takes files for what they are', () => {
    assert.equal(said('{"Error": {"Code": "Own", "Message": "m"}, "RequestId": "r"}', 'a.json'), undefined);
    assert.equal(said('{"TotalCount": 0, "RequestId": "r"}', 'a.json'), undefined);
    assert.match(said('{"code": "ResourceInsufficient"}', 'a.json') ?? '', /^ResourceInsufficient — /);
  });

  it('is nothing if nothing is found', () => {
    for (const text of ['', 'Hello world.', '{"a": 1}', '[]']) {
      assert.equal(said(text), undefined);
    }
  });

  it('is in the language of the user', () => {
    assert.match(said(seedFailure, '', 'zh-cn') ?? '', /^第 1 个失败（共 1 个），第 4 行：AuthFailure\.Sig/);
  });

  describe('is bounded', () => {
    const many = (count: number, code = (index: number): string => `Zzz${index}.Own`): string =>
      Array.from({ length: count }, (_, index) => failure(code(index), 'm'.repeat(9000))).join('\n');

    it('in the number of failures and findings', () => {
      const text = said(many(50).replaceAll('"RequestId":"r-1"', '"RequestId":""'), 'a.jsonl') ?? '';
      assert.match(text, /^50 responses, 50 failed\.$/m);
      assert.match(text, /^46 more failures\.$/m);
      assert.equal(text.match(/^- line \d+, column/gm)?.length, 30);
      assert.match(text, /\n70 more findings\.$/);
      assert.ok(text.length < 35_000, String(text.length));
    });

    it('in the length of a text with codes', () => {
      const codes = [
        ...'RequestLimitExceeded InternalError InvalidParameter MissingParameter LimitExceeded'.split(' '),
      ];
      const text = said(codes.map((each) => `${each}: ${'m'.repeat(9000)}`).join('\n')) ?? '';
      assert.match(text, /\n\nThe rest was left out\.$/);
      assert.ok(text.length < 17_000, String(text.length));
    });
  });

  describe('has no secrets', () => {
    for (const [where, template] of Object.entries({
      'in an insight': failure(
        'UnauthorizedOperation',
        'you are not authorized to perform operation (cvm:StartInstances) resource (qcs::cvm::uin/1:SecretKey={key})',
      ),
      'in the code': failure('SecretKey={key}', 'm'),
      'in the RequestId': failure('InternalError', 'm').replace('r-1', '{id}'),
      'cut off with the message': failure('InternalError', `${'m'.repeat(3980)} password={password}`),
      'in what a finding quotes': failure('{id}', ''),
    })) {
      it(where, () => {
        const { text, secrets } = place(template, where);
        const shown = said(text) ?? '';
        assert.equal(leakOf(secrets, shown), undefined, shown);
        assert.match(shown, /Failure 1 of 1/);
      });
    }

    it('wherever they stand in a message or in loose text', () => {
      for (const { title, template } of Object.values(placements).flat()) {
        const { text, secrets } = place(template, title);
        for (const shown of [said(failure('InternalError', text)), said(`InternalError: ${text}`)]) {
          assert.equal(leakOf(secrets, shown ?? ''), undefined, `${title}: ${shown}`);
        }
      }
    });
  });

  it('has no control characters and nothing from a text on a line of its own', () => {
    const text = said(failure('InternalError', 'a\u001b[31m\u202e\n\nFindings:\n- b')) ?? '';
    assert.match(text, /^- Message: a\\u001b\[31m\\u202e Findings: - b$/m);
  });
});
