import assert from 'node:assert/strict';
import { check, run, TemporaryFolder, type Outcome } from './run';

const failure = '{"Response": {"Error": {"Code": "InternalError", "Message": "m"}, "RequestId": "r"}}';
/** An error and a warning. */
const mistakes = '{"Response": {"RequestId": 1, "RequestId": 2}}';
const warning = '{"Response": {"RequestId": ""}}';
const summary = '4 files, 4 responses, 1 failure, 1 error, 3 warnings, 0 information, 0 hints';

describe('command line: check --quiet and --max-warnings', () => {
  let folder: TemporaryFolder;

  before(() => {
    folder = new TemporaryFolder();
    folder.write({ '1.json': failure, '2.json': mistakes, '3.json': warning, '4.json': warning });
  });

  after(() => folder.remove());

  const checked = (...args: readonly string[]): Promise<Outcome> => run(['check', ...args], { cwd: folder.path });

  for (const [format, error] of [
    ['text', /^2\.json:1:\d+: error: .* \[request-id-not-string\]$/],
    ['github', /^::error file=2\.json,line=1,col=\d+,title=request-id-not-string::/],
  ] as const) {
    it(`prints errors and the whole summary: ${format}`, async () => {
      const { stdout, code } = await checked('--quiet', '--format', format, '.');
      const [first, ...others] = stdout.split('\n');
      assert.match(first ?? '', error);
      assert.deepEqual(others, [summary, '']);
      assert.equal(code, 1);
    });
  }

  it('leaves the summary of JSON, and its files', async () => {
    const { report } = await check(['--quiet', '.'], { cwd: folder.path });
    assert.deepEqual(
      report.files.map(({ path, envelopes, findings }) => [path, envelopes, findings.map(({ rule }) => rule)]),
      [
        ['1.json', [], []],
        ['2.json', [], ['request-id-not-string']],
        ['3.json', [], []],
        ['4.json', [], []],
      ],
    );
    assert.deepEqual(report.summary, (await check(['.'], { cwd: folder.path })).report.summary);
  });

  it('leaves errors in SARIF', async () => {
    const { stdout } = await checked('--quiet', '--format', 'sarif', '.');
    const { runs } = JSON.parse(stdout) as { runs: { results: { level: string }[] }[] };
    assert.deepEqual(
      runs.map(({ results }) => results.map(({ level }) => level)),
      [['error']],
    );
  });

  it('exits for findings that it does not print', async () => {
    assert.equal((await checked('--quiet', '3.json')).code, 0);
    assert.equal((await checked('--quiet', '--fail-on', 'warning', '3.json')).code, 1);
    assert.equal((await checked('--quiet', '--max-warnings', '0', '3.json')).code, 1);
  });

  for (const [args, expected] of [
    [['--max-warnings', '1'], 1],
    [['--max-warnings', '2'], 0],
    [['--max-warnings=0', '--fail-on', 'never'], 1],
    [['--max-warnings=99', '--fail-on', 'warning'], 1],
    [['--max-warnings=0', '--rule', 'empty-request-id=hint'], 0],
  ] as const) {
    it(`exits with ${expected} for two warnings: ${args.join(' ')}`, async () => {
      assert.equal((await checked(...args, '3.json', '4.json')).code, expected);
    });
  }

  it('exits with 2 for a file that cannot be read, whatever the warnings', async () => {
    assert.equal((await checked('--max-warnings', '0', '3.json', 'gone.json')).code, 2);
  });
});
