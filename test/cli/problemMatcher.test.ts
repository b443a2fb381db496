import assert from 'node:assert/strict';
import { readManifest } from '../docs/markdown';
import { reportedLines } from './reported';

/** What VS Code takes for the severity of a problem, and what it makes of it. */
const severities: Readonly<Record<string, string>> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Info',
  note: 'Info',
};

interface Manifest {
  readonly contributes: {
    readonly problemMatchers: readonly {
      readonly name: string;
      readonly pattern: Readonly<Record<string, number>> & { readonly regexp: string };
    }[];
  };
}

const [matcher = assert.fail('no problem matcher'), ...others] = (JSON.parse(readManifest()) as Manifest).contributes
  .problemMatchers;
const { regexp, ...groups } = matcher.pattern;

/** The problems in some lines, as VS Code finds them. */
function problemsIn(lines: readonly string[]): Record<string, string | undefined>[] {
  return lines.flatMap((line) => {
    const match = new RegExp(regexp).exec(line);
    return match ? [Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, match[group]]))] : [];
  });
}

describe('the problem matcher $api-response', () => {
  const finding = '{"Response": {"RequestId": 1}}';
  const failure = '{"Response": {"Error": {"Code": "Zzzzzzzz", "Message": "m"}, "RequestId": " "}}';
  const paths = ['a.json', 'b/c d [e].json', '2026-01-01T10:00:00.json', 'C:\\mocks\\响应.json'];

  it('is the only one, by the name that is documented', () => {
    assert.deepEqual([matcher.name, others], ['api-response', []]);
  });

  for (const language of ['en', 'zh-cn'] as const) {
    it(`finds every finding, with all that is known of it, and nothing else: ${language}`, async () => {
      const lines = await reportedLines(Object.fromEntries(paths.map((path) => [path, finding])), { language });
      assert.deepEqual(
        problemsIn(lines).map(({ message, ...problem }) => [problem, Boolean(message)]),
        paths.map((file) => [
          { file, line: '1', column: '28', severity: 'error', code: 'request-id-not-string' },
          true,
        ]),
      );
    });
  }

  it('knows each severity, and leaves failures alone', async () => {
    const file = [finding, '{"Response": {"Error": null, "RequestId": "r"}}', failure].join('\n');
    const found = problemsIn(await reportedLines({ 'a.jsonl': file }, { failures: true }));
    assert.deepEqual(
      found.map(({ severity = '', code }) => [severities[severity], code]),
      [
        ['Error', 'request-id-not-string'],
        ['Info', 'null-error'],
        ['Info', 'unknown-error-code'],
        ['Warning', 'empty-request-id'],
      ],
    );
  });
});
