import assert from 'node:assert/strict';
import { check, run } from './run';

const none = { error: 0, warning: 0, information: 0, hint: 0 };

const seedSuccess = {
  path: 'seed-success.json',
  envelopes: [
    {
      status: 'success',
      source: 'json',
      range: { start: { line: 0, character: 0 }, end: { line: 6, character: 1 } },
      requestId: 'b5b41468-520d-4192-b42f-595cc34b6c1c',
      error: null,
    },
  ],
  findings: [],
};

const seedFailure = {
  path: 'seed-failure.json',
  envelopes: [
    {
      status: 'failure',
      source: 'json',
      range: { start: { line: 0, character: 0 }, end: { line: 8, character: 1 } },
      requestId: 'ed93f3cb-f35e-473f-b9f3-0d451b8b79c6',
      error: {
        code: 'AuthFailure.SignatureFailure',
        message: 'The provided credentials could not be validated. Please ensure your signature is correct.',
        match: 'exact',
        entry: 'AuthFailure.SignatureFailure',
      },
    },
  ],
  findings: [],
};

describe('command line: check', () => {
  it('finds a success and a failure, and nothing wrong, in the documents of the contract', async () => {
    const { code, stderr, report } = await check(['seed-success.json', 'seed-failure.json']);
    assert.deepEqual(report, {
      files: [seedSuccess, seedFailure],
      summary: { files: 2, envelopes: 2, failures: 1, findings: none },
    });
    assert.equal(stderr, '');
    assert.equal(code, 0);
  });

  it('counts failures by code, and everything', async () => {
    assert.deepEqual(await run(['check', 'seed-success.json', 'seed-failure.json']), {
      code: 0,
      stdout: [
        'Failures by code:',
        '  1  AuthFailure.SignatureFailure: Signature error. First: seed-failure.json:1:1',
        '2 files, 2 responses, 1 failure, 0 errors, 0 warnings, 0 information, 0 hints',
        '',
      ].join('\n'),
      stderr: '',
    });
  });

  it('says what is wrong, and where, in UTF-16 units from 0', async () => {
    const { code, report } = await check(['malformed.json']);
    const [file] = report.files;
    assert.deepEqual(file?.envelopes, [
      {
        status: 'failure',
        source: 'json',
        range: { start: { line: 1, character: 2 }, end: { line: 1, character: 104 } },
        requestId: 'r-1',
        error: { code: 'InvalidParameter.Own ', message: '😀', match: 'parent', entry: 'InvalidParameter' },
      },
      {
        status: 'failure',
        source: 'json',
        range: { start: { line: 2, character: 2 }, end: { line: 2, character: 68 } },
        requestId: null,
        error: { code: 'Zzzzzzzz', message: '', match: 'none', entry: null },
      },
    ]);
    const at = (line: number, start: number, end: number): unknown => ({
      start: { line, character: start },
      end: { line, character: end },
    });
    assert.deepEqual(
      file.findings.map(({ rule, severity, range }) => ({ rule, severity, range })),
      [
        { rule: 'padded-error-code', severity: 'warning', range: at(1, 37, 60) },
        { rule: 'misspelled-member', severity: 'warning', range: at(1, 81, 93) },
        { rule: 'missing-request-id', severity: 'error', range: at(2, 4, 14) },
        { rule: 'unknown-error-code', severity: 'hint', range: at(2, 37, 47) },
      ],
    );
    assert.ok(file.findings.every(({ message }) => message.length > 10));
    assert.deepEqual(report.summary, {
      files: 1,
      envelopes: 2,
      failures: 2,
      findings: { error: 1, warning: 2, information: 0, hint: 1 },
    });
    assert.equal(code, 1);
  });

  it('lists codes inside successes with their response, and not as findings', async () => {
    const items =
      '[{"Code": "Ok"}, {"Code": "LimitExceeded", "Message": "m", "Token": "x"}, {"Code": "InternalError", "Message": "password=hunter2hunter2"}]';
    const stdin = `{"Response": {"Items": ${items}, "RequestId": "r"}}\n`;
    const { code, report } = await check(['-'], { stdin });
    assert.deepEqual(report.files[0]?.envelopes[0]?.itemCodes, [
      {
        code: 'LimitExceeded',
        message: 'm',
        match: 'exact',
        entry: 'LimitExceeded',
        range: { start: { line: 0, character: 49 }, end: { line: 0, character: 64 } },
      },
      {
        code: 'InternalError',
        message: 'password=[removed]',
        match: 'exact',
        entry: 'InternalError',
        range: { start: { line: 0, character: 106 }, end: { line: 0, character: 121 } },
      },
    ]);
    assert.deepEqual(report.files[0].findings, []);
    assert.deepEqual(report.summary, { files: 1, envelopes: 1, failures: 0, findings: none });
    assert.equal(code, 0);
  });

  it('prints places in text from 1', async () => {
    const { code, stdout } = await run(['check', '--failures', 'malformed.json']);
    const lines = stdout.trimEnd().split('\n');
    assert.deepEqual(
      lines.map((line) => line.replace(/(error|warning|note): .* \[/, '$1: … [')),
      [
        'malformed.json:2:3: failure: InvalidParameter.Own: `Own` is not accepted. RequestId r-1',
        'malformed.json:3:3: failure: Zzzzzzzz RequestId (none)',
        'malformed.json:2:38: warning: … [padded-error-code]',
        'malformed.json:2:82: warning: … [misspelled-member]',
        'malformed.json:3:5: error: … [missing-request-id]',
        'malformed.json:3:38: note: … [unknown-error-code]',
        '1 file, 2 responses, 2 failures, 1 error, 2 warnings, 0 information, 1 hint',
      ],
    );
    assert.equal(code, 1);
  });

  it('lists and counts all findings, however many', async () => {
    const stdin = `[${Array.from({ length: 250 }, () => '{"Response": {"RequestId": 1}}').join(',')}]`;
    const { report } = await check(['-'], { stdin });
    assert.deepEqual(new Set(report.files[0]?.findings.map(({ rule }) => rule)), new Set(['request-id-not-string']));
    assert.equal(report.files[0]?.findings.length, 250);
    assert.equal(report.summary.findings.error, 250);
  });

  it('escapes control characters of files', async () => {
    const stdin = JSON.stringify({
      Response: { Error: { Code: 'a\u001b[31m\nb', Message: '[request id:q]' }, RequestId: '\u0007\u009b1m' },
    });
    const { stdout } = await run(['check', '--failures', '-', '--stdin-filename', 'f\u001b[2J.json'], { stdin });
    assert.match(stdout, /^[^\p{Cc}]*failure: a\\u001b\[31m\\u000ab RequestId \\u0007\\u009b1m$/mu);
    assert.doesNotMatch(stdout.replaceAll('\n', ''), /\p{Cc}/u);
    assert.equal(stdout.trimEnd().split('\n').length, 4);
  });

  describe('--fail-on', () => {
    const documents = {
      error: '{"Response": {"RequestId": 1}}',
      warning: '{"Response": {"RequestId": ""}}',
      information: '{"Response": {"Error": null, "RequestId": "r"}}',
      hint: '{"Response": {"Error": {"Code": "Zzzzzzzz", "Message": "m"}, "RequestId": "r"}}',
      nothing: '{"Response": {"RequestId": "r"}}',
    };
    const grades = Object.keys(documents);

    for (const [index, failOn] of ['error', 'warning', 'information', 'hint', 'never'].entries()) {
      it(`${failOn} decides which findings fail`, async () => {
        const codes = await Promise.all(
          Object.values(documents).map(
            async (stdin) => (await run(['check', '--fail-on', failOn, '-'], { stdin })).code,
          ),
        );
        const failing = failOn === 'never' ? [] : grades.slice(0, index + 1);
        assert.deepEqual(
          grades.filter((_, grade) => codes[grade] === 1),
          failing,
        );
        assert.ok(codes.every((code) => code === 0 || code === 1));
      });
    }

    it('is error by default', async () => {
      assert.equal((await run(['check', '-'], { stdin: documents.error })).code, 1);
      assert.equal((await run(['check', '-'], { stdin: documents.warning })).code, 0);
    });
  });

  it('sets rules by --rule', async () => {
    const stdin = '{"Response": {"RequestId": 1, "Error": null}, "extra": 1}';
    const set = ['request-id-not-string=hint', 'null-error=off', 'member-beside-response=warning'];
    const { code, report } = await check([...set.flatMap((each) => ['--rule', each]), '-'], { stdin });
    assert.deepEqual(
      report.files[0]?.findings.map(({ rule, severity }) => [rule, severity]),
      [
        ['request-id-not-string', 'hint'],
        ['member-beside-response', 'warning'],
      ],
    );
    assert.equal(code, 0);
  });

  it('recognises unwrapped responses with --unwrapped only', async () => {
    const stdin = '{"Error": {"Code": "InternalError", "Message": "m"}, "RequestId": "r"}';
    assert.deepEqual((await check(['-'], { stdin })).report.files[0]?.envelopes, []);
    const { report } = await check(['--unwrapped', '-'], { stdin });
    assert.equal(report.files[0]?.envelopes[0]?.error?.entry, 'InternalError');
    assert.deepEqual(report.files[0].findings, []);
  });
});
