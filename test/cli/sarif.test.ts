import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Log, Run } from 'sarif';
import { rules } from '../../server/src/service';
import { run, TemporaryFolder, type Outcome, type RunOptions } from './run';

const wellFormed = '{"Response": {"Error": {"Code": "InternalError", "Message": "m"}, "RequestId": "r"}}';
const twice = '{\n  "Response": {\n    "RequestId": "😀", "RequestId": "r"\n  }\n}\n';

/** Runs the check and returns the only run of the log. */
async function sarif(
  args: readonly string[],
  options?: RunOptions,
): Promise<Outcome & { readonly log: Log; readonly only: Run }> {
  const outcome = await run(['check', '--format', 'sarif', ...args], options);
  const log = JSON.parse(outcome.stdout) as Log;
  const [only, ...others] = log.runs;
  assert.ok(only && others.length === 0);
  return { ...outcome, log, only };
}

/** The distinct URIs of all results. */
function addressesOf({ results = [] }: Run): unknown[] {
  const locations = results.flatMap((result) => result.locations ?? []);
  return [...new Set(locations.map(({ physicalLocation }) => JSON.stringify(physicalLocation?.artifactLocation)))].map(
    (location): unknown => JSON.parse(location),
  );
}

/** All results, one line each. */
function resultLines({ results = [] }: Run): string[] {
  return results.map(({ level, ruleId, locations }) => {
    const { artifactLocation, region } = locations?.[0]?.physicalLocation ?? {};
    return `${level} ${ruleId} ${artifactLocation?.uri} ${region?.startLine}:${region?.startColumn}-${region?.endColumn}`;
  });
}

describe('command line: check --format sarif', () => {
  let folder: TemporaryFolder;
  let options: RunOptions;

  beforeEach(() => {
    folder = new TemporaryFolder();
    options = { cwd: folder.path };
  });

  afterEach(() => folder.remove());

  it('is a log with the findings of all files, and nothing of those without', async () => {
    folder.write({
      '1.json': wellFormed,
      '2/twice.json': twice,
      '3.json': wellFormed,
      '4.json': '{"Response": {"Error": null, "RequestId": ""}}',
    });
    const { code, stderr, log, only } = await sarif(['.'], options);
    assert.deepEqual([code, stderr], [0, '']);
    assert.deepEqual([log.version, log.$schema], ['2.1.0', 'https://json.schemastore.org/sarif-2.1.0.json']);
    assert.deepEqual([only.columnKind, only.language], ['utf16CodeUnits', 'en-US']);
    assert.deepEqual(only.newlineSequences, ['\r\n', '\n', '\r']);
    assert.deepEqual(only.invocations, [{ executionSuccessful: true, toolExecutionNotifications: [] }]);
    const place = (uri: string, startLine: number, startColumn: number, endColumn: number): object => ({
      physicalLocation: {
        artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
        region: { startLine, startColumn, endLine: startLine, endColumn },
      },
    });
    const ruleIndex = (rule: string): number => only.tool.driver.rules?.findIndex(({ id }) => id === rule) ?? -1;
    assert.deepEqual(resultLines(only), [
      'warning duplicate-member 2/twice.json 3:5-16',
      'note null-error 4.json 1:24-28',
      'warning empty-request-id 4.json 1:43-45',
    ]);
    const [{ partialFingerprints, ...first } = assert.fail('no result')] = only.results ?? [];
    assert.deepEqual(Object.keys(partialFingerprints ?? {}), ['finding/v1']);
    assert.deepEqual(first, {
      ruleId: 'duplicate-member',
      ruleIndex: ruleIndex('duplicate-member'),
      level: 'warning',
      message: {
        text: '"RequestId" occurs twice in this object: parsers disagree about which one counts; "JSON.parse" drops this one.',
      },
      locations: [place('2/twice.json', 3, 5, 16)],
      relatedLocations: [{ ...place('2/twice.json', 3, 24, 35), message: { text: 'This one counts.' } }],
    });
  });

  for (const [locale, language] of [
    ['en', 'en-US'],
    ['zh-cn', 'zh-CN'],
  ] as const) {
    it(`describes every rule, as it is where nobody has set it: ${locale}`, async () => {
      const { code, only } = await sarif(['--locale', locale, '--rule', 'null-error=error', '.'], options);
      assert.equal(code, 0);
      assert.equal(only.language, language);
      assert.deepEqual(only.results, []);
      const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };
      assert.deepEqual(
        only.tool.driver.rules?.map(({ id, defaultConfiguration }) => [id, defaultConfiguration]),
        rules.map(({ meta: { id, severity } }) => [
          id,
          severity === 'off' ? { enabled: false } : { level: levels[severity] },
        ]),
      );
      for (const { id, shortDescription, fullDescription, help } of only.tool.driver.rules ?? []) {
        assert.ok(shortDescription && shortDescription.text !== id, `${id} has a description`);
        assert.equal(/\p{Script=Han}/u.test(shortDescription.text), locale === 'zh-cn', id);
        assert.deepEqual(fullDescription, shortDescription);
        assert.ok(help?.text.includes(id));
      }
    });
  }

  it('has the severities that are set', async () => {
    folder.write({ 'a.json': '{"Response": {"Error": null, "RequestId": "r"}}' });
    const { code, only } = await sarif(['--rule', 'null-error=error', '.'], options);
    assert.equal(code, 1);
    assert.deepEqual(
      only.results?.map(({ ruleId, level }) => [ruleId, level]),
      [['null-error', 'error']],
    );
  });

  it('has relative URIs in the working directory, and absolute ones outside of it', async () => {
    folder.write({ 'in/响应 #1%.json': twice, 'out/b.json': twice });
    const inside = join(folder.path, 'in');
    const args = [join(inside, '响应 #1%.json'), '../out/b.json', '-'];
    const { only } = await sarif(args, { cwd: inside, stdin: twice });
    assert.deepEqual(only.originalUriBaseIds, { '%SRCROOT%': { uri: `${pathToFileURL(inside).href}/` } });
    assert.deepEqual(addressesOf(only), [
      { uri: '%E5%93%8D%E5%BA%94%20%231%25.json', uriBaseId: '%SRCROOT%' },
      { uri: pathToFileURL(join(folder.path, 'out', 'b.json')).href },
      { uri: '%3Cstdin%3E', uriBaseId: '%SRCROOT%' },
    ]);
  });

  it('escapes links and placeholders in messages', async () => {
    const response = {
      Error: { Code: 'InternalError', Message: 'm [request id:abc]' },
      RequestId: '[{{id}}](https://x)',
    };
    folder.write({ 'a.json': JSON.stringify({ Response: response }) });
    const { only } = await sarif(['a.json'], options);
    assert.deepEqual(
      only.results?.map(({ ruleId, message }) => [ruleId, message.text]),
      [
        [
          'request-id-mismatch',
          'The message mentions a RequestId other than the one of the response ("[{{{{id}}}}\\](https://x)"): give support both.',
        ],
      ],
    );
  });

  it('lists files that could not be read, with escaped names', async () => {
    folder.write({ 'a.json': twice });
    const { code, stderr, only } = await sarif(['[x](https://example.com)', 'a.json'], options);
    assert.equal(code, 2);
    assert.equal(stderr, 'api-response: cannot read [x](https://example.com): no file matches this pattern.\n');
    assert.deepEqual(only.invocations, [
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: 'error',
            message: { text: 'cannot read [x\\](https://example.com): no file matches this pattern.' },
          },
        ],
      },
    ]);
    assert.equal(only.results?.length, 1);
  });
});
