import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import { reported, reportedLines } from './reported';

const failureWith = (code: string): string =>
  JSON.stringify({ Response: { Error: { Code: code, Message: 'm' }, RequestId: 'r' } });

/** As many failures as there are codes. */
const failures = (codes: readonly string[]): string => codes.map(failureWith).join('\n');

/** A code that only one product has. */
const ofCdn = 'UnauthorizedOperation.CdnTxtRecordValueNotMatch';

const itemFailure = '{"Response": {"Items": [{"Code": "LimitExceeded", "Message": "m"}], "RequestId": "r"}}';

describe('command line: text output', () => {
  it('has a line for each finding in the form of GNU, with the severity in words that matchers know', async () => {
    const file = [
      '{"Response": {"RequestId": 1}}',
      '{"Response": {"RequestId": ""}}',
      '{"Response": {"Error": null, "RequestId": "r"}}',
      '{"Response": {"😀": 1, "Error": {"Code": "Zzzzzzzz", "Message": "m"}, "RequestId": "r"}}',
    ].join('\n');
    for (const language of ['en', 'zh-cn'] as const) {
      const lines = await reportedLines({ 'a/b c.jsonl': file }, { language });
      assert.deepEqual(
        lines.slice(0, 4).map((line) => line.replace(/(error|warning|info|note): .+ \[/, '$1: … [')),
        [
          'a/b c.jsonl:1:28: error: … [request-id-not-string]',
          'a/b c.jsonl:2:28: warning: … [empty-request-id]',
          'a/b c.jsonl:3:24: info: … [null-error]',
          // Columns are UTF-16 units: the face is two of them.
          'a/b c.jsonl:4:42: note: … [unknown-error-code]',
        ],
        language,
      );
    }
  });

  it('counts failures by code, the most frequent first, with product and first place', async () => {
    const files = {
      'a.jsonl': failures(['InternalError', ofCdn, 'InternalError']),
      'b.jsonl': failures([ofCdn, 'InternalError', '']),
      'c.json': itemFailure,
    };
    assert.deepEqual((await reportedLines(files)).slice(1), [
      'Failures by code:',
      '  3  InternalError: Internal error. First: a.jsonl:1:1',
      `  2  ${ofCdn} (cdn): Judging by the name: \`CdnTxtRecordValue\` does not match. First: a.jsonl:2:1`,
      '  1  (no code) First: b.jsonl:3:1',
      'Codes inside payloads:',
      '  1  LimitExceeded: Quota limit exceeded. First: c.json:1:34',
      '3 files, 7 responses, 6 failures, 0 errors, 1 warning, 0 information, 0 hints',
    ]);
  });

  it('lists each failure on request, and does not count them by code then', async () => {
    assert.deepEqual(await reportedLines({ 'a.json': failureWith(ofCdn), 'b.json': itemFailure }, { failures: true }), [
      `a.json:1:1: failure: ${ofCdn}: \`CdnTxtRecordValue\` does not match. RequestId r`,
      'b.json:1:34: item code: LimitExceeded: Quota limit exceeded. RequestId r',
      '2 files, 2 responses, 1 failure, 0 errors, 0 warnings, 0 information, 0 hints',
    ]);
  });

  it('has neither if only errors are asked for', async () => {
    const files = { 'a.json': failureWith('InternalError'), 'b.json': '{"Response": {"RequestId": 1}}' };
    for (const failures of [false, true]) {
      const [error, ...others] = await reportedLines(files, { quiet: true, failures });
      assert.match(error ?? '', /^b\.json:1:28: error: /);
      assert.deepEqual(others, ['2 files, 2 responses, 1 failure, 1 error, 0 warnings, 0 information, 0 hints']);
    }
  });

  it('is the same in colours, which come from us alone', async () => {
    const files = { 'a\u001b[2J.json': '{"Response": {"RequestId": 1}}', 'b.json': failureWith('\u001b[31mRed') };
    for (const failures of [false, true]) {
      const colored = await reported(files, { colors: true, failures });
      assert.ok(colored.includes('\u001b[31merror:\u001b[39m'));
      assert.ok(colored.includes('\u001b[2m[request-id-not-string]\u001b[22m'));
      assert.equal(stripVTControlCharacters(colored), await reported(files, { failures }));
    }
  });

  it('takes no more lines for more failures and more codes', async () => {
    const codes = Array.from({ length: 20_000 }, (_, index) =>
      index < 1_200 ? `InternalError.E${index}` : 'InternalError',
    );
    const lines = await reportedLines({ 'a.jsonl': failures(codes), 'b.jsonl': failures(codes.slice(0, 1_200)) });
    assert.equal(lines.length, 23);
    const counts = lines.slice(1, -1).map((line) => Number(/^ +(\d+) {2}/.exec(line)?.[1]));
    assert.equal(
      counts.reduce((sum, count) => sum + count),
      21_200,
    );
    assert.match(lines.at(-2) ?? '', /with other codes$/);
    assert.match(lines.at(-1) ?? '', /^2 files, 21200 responses, 21200 failures, /);
  });

  it('has no line that a file has made up, and no secret', async () => {
    const code = 'InternalError\n::error::x password=hunter2hunter2';
    const output = await reported({ ':': failureWith(code), '\na.json:1:1: error: b': failureWith('') });
    assert.doesNotMatch(output, /^\s*::|hunter2|^a\.json/m);
    assert.match(output, /\[removed\]: .* First: ::1:1$/m);
  });
});
