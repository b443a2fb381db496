import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { itWithLinks } from '../support/system';
import { check, run, rulesByFile, TemporaryFolder } from './run';

const faulty = '{"Response": {"RequestId": 1}}';
const failure = '{"Response": {"Error": {"Code": "InternalError", "Message": "m"}, "RequestId": "r"}}';

describe('command line: inputs of check', () => {
  let folder: TemporaryFolder;

  beforeEach(() => (folder = new TemporaryFolder()));

  afterEach(() => folder.remove());

  describe('folders', () => {
    it('are read recursively, by extension, in order', async () => {
      const read = [
        'a.json',
        'b.jsonc',
        'c.jsonl',
        'd.ndjson',
        'e.har',
        'f.JSON',
        'g/h/i.json',
        'g/j.json',
        'k.http',
        'l.log',
      ];
      const skipped = [
        'a.txt',
        'b.js',
        'json',
        'c.json5',
        'd.json.bak',
        'node_modules/x.json',
        'g/node_modules/x.json',
        '.git/x.json',
      ];
      folder.write(Object.fromEntries([...read, ...skipped].map((name) => [name, faulty])));
      const { report } = await check(['.'], { cwd: folder.path });
      assert.deepEqual(
        report.files.map(({ path }) => path),
        read,
      );
      assert.equal(report.summary.files, read.length);
    });

    it('contain responses in strings of recordings', async () => {
      const base64 = Buffer.from(failure).toString('base64');
      folder.write({ 'a.har': JSON.stringify({ entries: [{ text: failure }, { text: base64 }] }) });
      const { report } = await check(['a.har', '.'], { cwd: folder.path });
      const line = JSON.stringify({ text: failure }).indexOf('{\\"Response') + '{"entries":['.length;
      assert.deepEqual(
        report.files[0]?.envelopes.map(({ source, requestId, range }) => [source, requestId, range.start.character]),
        [
          ['embedded', 'r', line],
          ['embedded', 'r', JSON.stringify({ entries: [{ text: failure }] }).length - 2 + ',{"text":'.length],
        ],
      );
    });

    it('are read if they are named, hidden or not', async () => {
      folder.write({ '.hidden/a.json': faulty, 'node_modules/b.json': faulty });
      const { report } = await check(['.hidden', 'node_modules', '.'], { cwd: folder.path });
      assert.deepEqual(rulesByFile(report), {
        '.hidden/a.json': ['request-id-not-string'],
        'node_modules/b.json': ['request-id-not-string'],
      });
    });

    it('may be empty', async () => {
      const { code, report } = await check(['.'], { cwd: folder.path });
      const findings = { error: 0, warning: 0, information: 0, hint: 0 };
      assert.deepEqual(report, { files: [], summary: { files: 0, envelopes: 0, failures: 0, findings } });
      assert.equal(code, 0);
    });

    itWithLinks('may contain links in a circle', async () => {
      folder.write({ 'a/b.json': faulty });
      symlinkSync('..', join(folder.path, 'a', 'up'));
      symlinkSync('self.json', join(folder.path, 'a', 'self.json'));
      const { code, report, stderr } = await check(['.'], { cwd: folder.path });
      assert.deepEqual(rulesByFile(report), { 'a/b.json': ['request-id-not-string'] });
      assert.equal(stderr, '');
      assert.equal(code, 1);
    });
  });

  it('read a file that is named outright whatever its extension, its kind by content', async () => {
    folder.write({
      'response.txt': faulty,
      noextension: ` \n [${faulty}]`,
      'lines.out': `${failure}\n${faulty}\n`,
      'text.txt': 'no JSON at all',
    });
    const { report } = await check(['response.txt', 'noextension', 'lines.out', 'text.txt'], { cwd: folder.path });
    assert.deepEqual(
      report.files.map(({ envelopes }) => envelopes.map(({ source }) => source)),
      [['json'], ['json'], ['jsonl', 'jsonl'], []],
    );
    assert.equal(report.summary.findings.error, 3);
  });

  it('are responses whatever their content if their extension declares it', async () => {
    folder.write({ 'a.api-response.json': '{}', 'b.json': '{}' });
    const { report } = await check(['.'], { cwd: folder.path });
    assert.deepEqual(rulesByFile(report), { 'a.api-response.json': ['missing-response'], 'b.json': [] });
  });

  it('may begin with a byte order mark, which is not a column', async () => {
    folder.write({ 'a.json': `\ufeff${faulty}`, 'b.jsonl': `\ufeff${faulty}\n${faulty}` });
    const { report } = await check(['a.json', 'b.jsonl'], { cwd: folder.path });
    const starts = report.files.map(({ findings }) => findings.map(({ range }) => range.start));
    assert.deepEqual(starts, [
      [{ line: 0, character: 27 }],
      [
        { line: 0, character: 27 },
        { line: 1, character: 27 },
      ],
    ]);
  });

  it('may end their lines with CRLF', async () => {
    folder.write({
      'a.json': '{\r\n"Response": {\r\n"RequestId": 1}}\r\n',
      'b.jsonl': `${failure}\r\n\r\n${faulty}\r\n`,
    });
    const { report } = await check(['a.json', 'b.jsonl'], { cwd: folder.path });
    const found = report.files.map(({ findings }) => findings.map(({ rule, range }) => [rule, range.start.line]));
    assert.deepEqual(found, [[['request-id-not-string', 2]], [['request-id-not-string', 2]]]);
  });

  it('may be empty, blank or binary', async () => {
    const bytes = Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 167) % 256));
    folder.write({
      'a.json': '',
      'b.jsonl': '',
      'c.json': ' \r\n\t',
      'd.json': bytes,
      'e.log': bytes,
      'f.json': '\u0000',
    });
    const { code, report, stderr } = await check(['.'], { cwd: folder.path });
    assert.deepEqual(Object.values(rulesByFile(report)).flat(), []);
    assert.equal(report.summary.files, 6);
    assert.equal(stderr, '');
    assert.equal(code, 0);
  });

  it('may be cut off, which is reported once, without missing members', async () => {
    folder.write({
      'a.json': failure.slice(0, -5),
      'b.jsonl': `${failure}\n${failure.slice(0, -1)}\n`,
      'c.json': '{"a": [1',
    });
    const { code, report } = await check(['.'], { cwd: folder.path });
    assert.deepEqual(rulesByFile(report), { 'a.json': ['invalid-json'], 'b.jsonl': ['invalid-json'], 'c.json': [] });
    assert.equal(report.files[0]?.envelopes[0]?.error?.code, 'InternalError');
    assert.equal(code, 1);
  });

  it('may be nested deeper than any stack', async () => {
    folder.write({
      'arrays.json': '['.repeat(1_000_000) + failure + ']'.repeat(1_000_000),
      'objects.json': '{"a":'.repeat(200_000) + faulty + '}'.repeat(200_000),
      'open.json': '['.repeat(1_000_000),
    });
    const { report, stderr } = await check(['.'], { cwd: folder.path });
    assert.equal(stderr, '');
    assert.equal(report.files[0]?.envelopes[0]?.error?.code, 'InternalError');
    assert.deepEqual(rulesByFile(report), {
      'arrays.json': [],
      'objects.json': ['request-id-not-string'],
      'open.json': [],
    });
  });

  itWithLinks('never stop each other', async () => {
    folder.write({ 'a.json': failure, 'z.json': faulty });
    symlinkSync('loop.json', join(folder.path, 'loop.json'));
    const paths = ['missing.json', 'a.json', 'loop.json', 'a.json/b.json', '', 'z.json'];
    const { code, report, stderr } = await check(paths, { cwd: folder.path });
    assert.deepEqual(rulesByFile(report), { 'a.json': [], 'z.json': ['request-id-not-string'] });
    assert.equal(report.summary.files, 2);
    const complaints = stderr.trimEnd().split('\n');
    assert.equal(complaints.length, 4);
    assert.equal(complaints[0], 'api-response: cannot read missing.json: there is no such file.');
    assert.ok(complaints.every((line) => /^api-response: cannot read .*: .+\.$/.test(line)));
    assert.equal(code, 2);
  });

  it('that cannot be read take precedence over findings in the exit code', async () => {
    folder.write({ 'a.json': faulty });
    assert.equal((await run(['check', '--fail-on', 'never', 'missing.json', 'a.json'], { cwd: folder.path })).code, 2);
    assert.equal((await run(['check', 'a.json', 'missing.json'], { cwd: folder.path })).code, 2);
  });

  describe('standard input', () => {
    it('is read by its content if it has no name', async () => {
      const { report } = await check(['-'], { stdin: `\ufeff${failure}\n${faulty}\n` });
      assert.deepEqual(rulesByFile(report), { '<stdin>': ['request-id-not-string'] });
      assert.deepEqual(
        report.files[0]?.envelopes.map(({ source }) => source),
        ['jsonl', 'jsonl'],
      );
    });

    it('is read by its name if it has one', async () => {
      const stdin = `// a comment\n${faulty}`;
      const named = async (name: string): Promise<unknown> =>
        rulesByFile((await check(['--stdin-filename', name, '-'], { stdin })).report);
      assert.deepEqual(await named('a.jsonc'), { 'a.jsonc': ['request-id-not-string'] });
      assert.deepEqual(await named('a.json'), { 'a.json': ['invalid-json', 'request-id-not-string'] });
      assert.deepEqual(await named('a.jsonl'), { 'a.jsonl': ['request-id-not-string'] });
    });

    it('may be empty', async () => {
      const { code, report } = await check(['-']);
      assert.deepEqual(rulesByFile(report), { '<stdin>': [] });
      assert.equal(code, 0);
    });

    it('may come in pieces that cut characters', async () => {
      const message = '签名错误😀'.repeat(50_000);
      const stdin = JSON.stringify({
        Response: { Error: { Code: 'InternalError', Message: message }, RequestId: 'r' },
      });
      const { report } = await check(['-'], { stdin });
      assert.equal(report.files[0]?.envelopes[0]?.error?.message, message);
    });
  });

  describe('--declared', () => {
    it('takes globs relative to the working directory', async () => {
      folder.write({ 'mocks/a.json': '{}', 'mocks/deep/b.json': '{}', 'other/c.json': '{}', 'mocks/d.jsonl': '{}' });
      const declared = async (...globs: string[]): Promise<string[]> => {
        const options = globs.flatMap((glob) => ['--declared', glob]);
        const { report } = await check([...options, '.'], { cwd: folder.path });
        return report.files.filter(({ findings }) => findings[0]?.rule === 'missing-response').map(({ path }) => path);
      };
      assert.deepEqual(await declared(), []);
      assert.deepEqual(await declared('mocks/**/*.json'), ['mocks/a.json', 'mocks/deep/b.json']);
      assert.deepEqual(await declared('./mocks/*'), ['mocks/a.json', 'mocks/d.jsonl']);
      assert.deepEqual(await declared('c.json', 'b.json'), ['mocks/deep/b.json', 'other/c.json']);
    });

    it('reaches files that are named by absolute path, and standard input', async () => {
      folder.write({ 'mocks/a.json': '{"Response": 1}' });
      const options = ['--declared', 'mocks/*.json'];
      const { report } = await check([...options, join(folder.path, 'mocks', 'a.json')], { cwd: folder.path });
      assert.deepEqual(Object.values(rulesByFile(report)), [['response-not-object']]);
      const stdin = await check([...options, '--stdin-filename', 'mocks/x.json', '-'], {
        cwd: folder.path,
        stdin: '{}',
      });
      assert.deepEqual(rulesByFile(stdin.report), { 'mocks/x.json': ['missing-response'] });
      assert.equal(stdin.code, 1);
    });
  });
});
