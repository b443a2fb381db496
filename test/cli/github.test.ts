import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import { itWithAnyNames } from '../support/system';
import { run, TemporaryFolder, type RunOptions } from './run';

const twice = '{\n  "Response": {\n    "RequestId": "a", "RequestId": "r"\n  }\n}\n';

describe('command line: check --format github', () => {
  let folder: TemporaryFolder;
  let options: RunOptions;

  beforeEach(() => {
    folder = new TemporaryFolder();
    options = { cwd: folder.path };
  });

  afterEach(() => folder.remove());

  /** The commands that the check prints, and the summary. */
  async function lines(args: readonly string[], more?: RunOptions): Promise<string[]> {
    const { stdout } = await run(['check', '--format', 'github', ...args], { ...options, ...more });
    return stdout.trimEnd().split('\n');
  }

  it('has a command for each finding, none for a failure, and the summary', async () => {
    folder.write({
      '1.json': '{"Response": {"Error": {"Code": "InternalError", "Message": "m"}, "RequestId": "r"}}',
      '2/twice.json': twice,
      '3.json': '{"Response": {"Error": null, "RequestId": 1}}',
    });
    const { code, stdout, stderr } = await run(['check', '--format', 'github', '.'], options);
    assert.equal(
      stdout,
      [
        '::warning file=2/twice.json,line=3,col=5,title=duplicate-member::"RequestId" occurs twice in this object: ' +
          'parsers disagree about which one counts; "JSON.parse" drops this one.',
        '::notice file=3.json,line=1,col=24,title=null-error::"Error" is null: the presence of "Error" means failure, ' +
          'so a success leaves it out.',
        '::error file=3.json,line=1,col=43,title=request-id-not-string::"RequestId" must be a string, not a number.',
        'Failures by code:',
        '  1  InternalError: Internal error. First: 1.json:1:1',
        '3 files, 3 responses, 1 failure, 1 error, 1 warning, 1 information, 0 hints',
        '',
      ].join('\n'),
    );
    assert.deepEqual([code, stderr], [1, '']);
  });

  for (const [severity, command] of [
    ['error', 'error'],
    ['warning', 'warning'],
    ['information', 'notice'],
    ['hint', 'notice'],
  ]) {
    it(`makes ${command} of ${severity}`, async () => {
      folder.write({ 'a.json': twice });
      const [line] = await lines(['--rule', `duplicate-member=${severity}`, '.']);
      assert.match(line ?? '', new RegExp(`^::${command} file=a\\.json,`));
    });
  }

  itWithAnyNames('escapes paths and messages as GitHub asks', async () => {
    const name = '100%, a:b\n::error::c\r.json';
    folder.write({
      [name]: JSON.stringify({
        Response: { Error: { Code: 'InternalError', Message: 'm [request id:abc]' }, RequestId: '7%\r\n::error::x' },
      }),
    });
    const [line, ...others] = await lines(['.']);
    assert.match(line ?? '', /^::\w+ file=100%25%2C a%3Ab%0A%3A%3Aerror%3A%3Ac%0D\.json,line=1,col=\d+,title=[\w-]+::/);
    assert.match(line ?? '', /7%25/);
    assert.ok(others.every((other) => !other.includes('::error')));
  });

  it('has relative paths in the working directory, and absolute ones outside of it', async () => {
    folder.write({ 'in/sub/a.json': twice, 'out/b.json': twice });
    const cwd = join(folder.path, 'in');
    const found = await lines([join(cwd, 'sub'), './sub/a.json', '../out/b.json', '-'], { cwd, stdin: twice });
    const outside = resolve(cwd, '../out/b.json').replaceAll(':', '%3A');
    assert.deepEqual(
      found.slice(0, -1).map((line) => /file=(.*),line=/.exec(line)?.[1]),
      ['sub/a.json', 'sub/a.json', outside, '<stdin>'],
    );
  });

  it('has an error for a file that cannot be read', async () => {
    folder.write({ 'a.json': twice });
    const { code, stdout, stderr } = await run(['check', '--format', 'github', 'gone.json', 'a.json'], options);
    const [, error, summary] = stdout.split('\n');
    assert.match(error ?? '', /^::error::cannot read gone\.json: .*\.$/);
    assert.match(summary ?? '', /^1 file, 1 response, /);
    assert.match(stderr, /gone\.json/);
    assert.equal(code, 2);
  });

  it('is the same from many threads', async () => {
    folder.write(Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`${index}.json`, twice])));
    const one = await lines(['.'], { env: { API_RESPONSE_THREADS: '1' } });
    assert.equal(one.length, 61);
    assert.deepEqual(await lines(['.'], { env: { API_RESPONSE_THREADS: '3' } }), one);
  });
});
