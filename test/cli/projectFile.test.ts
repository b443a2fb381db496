import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ProjectFiles } from '../../server/src/cli/input/projectFile';
import { english } from '../../server/src/service/base/localizer';
import { itWithLinks } from '../support/system';
import { check, rulesByFile, run, TemporaryFolder } from './run';

/** Breaks `request-id-not-string`. */
const malformed = '{"Response": {"RequestId": 1}}';
const failure = (code: string): string =>
  JSON.stringify({ Response: { Error: { Code: code, Message: 'm' }, RequestId: 'r' } });
const catalog = JSON.stringify({ schemaVersion: 1, product: 'teapot', codes: { 'Teapot.Cold': 'Heat it.' } });

describe('command line: the project file', () => {
  let folder: TemporaryFolder;

  beforeEach(() => (folder = new TemporaryFolder()));
  afterEach(() => folder.remove());

  it('is the nearest one around each file, up to the repository', async () => {
    folder.write({
      '.api-response.json': JSON.stringify({ rules: { 'request-id-not-string': 'off' } }),
      'outside.json': malformed,
      'repo/.git/HEAD': '',
      'repo/x.json': malformed,
      'repo/codes/.api-response.json': JSON.stringify({ catalogs: ['mine/codes.json'], unwrapped: true }),
      'repo/codes/mine/codes.json': catalog,
      'repo/codes/known.log': failure('Teapot.Cold'),
      'repo/codes/unwrapped.json': '{"Error": {"Code": "Teapot.Cold", "Message": "m"}, "RequestId": "r"}',
      'repo/mocks/.api-response.json': '{ /* of mocks */ "declared": ["*.json", "deep/*.json"], }',
      'repo/mocks/a.json': '{}',
      'repo/mocks/deep/b.json': '{}',
      'repo/known.log': failure('Teapot.Cold'),
    });
    const { code, report, stderr } = await check(['..'], { cwd: join(folder.path, 'repo') });
    assert.deepEqual([code, stderr], [1, '']);
    assert.deepEqual(rulesByFile(report), {
      '../outside.json': [],
      '../repo/codes/known.log': [],
      '../repo/codes/mine/codes.json': [],
      '../repo/codes/unwrapped.json': [],
      '../repo/known.log': ['unknown-error-code'],
      '../repo/mocks/a.json': ['missing-response'],
      '../repo/mocks/deep/b.json': ['missing-response'],
      '../repo/x.json': ['request-id-not-string'],
    });
    const matches = report.files.flatMap(({ envelopes }) => envelopes.flatMap(({ error }) => error?.match ?? []));
    assert.deepEqual(matches, ['exact', 'exact', 'none']);
  });

  it('comes after the options, and can be ignored', async () => {
    folder.write({
      '.git': 'a worktree',
      'p/.api-response.json': JSON.stringify({
        rules: { 'request-id-not-string': 'off', 'member-beside-response': 'hint' },
        declared: ['a.json'],
      }),
      'p/a.json': '{}',
      'p/b.json': '{}',
      'p/c.json': '{"Response": {"RequestId": 1}, "extra": 2}',
    });
    const options = { cwd: folder.path };
    const both = await check(['p', '--rule', 'request-id-not-string=warning', '--declared', 'p/b.json'], options);
    assert.deepEqual(rulesByFile(both.report), {
      'p/a.json': [],
      'p/b.json': ['missing-response'],
      'p/c.json': ['request-id-not-string', 'member-beside-response'],
    });
    const { report } = await check(['p', '--no-project-file'], options);
    assert.deepEqual(rulesByFile(report), {
      'p/.api-response.json': [],
      'p/a.json': [],
      'p/b.json': [],
      'p/c.json': ['request-id-not-string'],
    });
  });

  itWithLinks('is named with the place of what cannot be used; the rest counts, in all threads', async () => {
    folder.write({
      '.git': '',
      'p/.api-response.json': `{
  "rules": { "no-such-rule": "off", "request-id-not-string": "off" },
  "catalogs": ["gone.json", "bad.json", "link.json"]
}`,
      'p/bad.json': '{"schemaVersion": 2}',
      'p/x.json': malformed,
      'q/.api-response.json': '[',
      'q/x.json': malformed,
      'outside.json': catalog,
    });
    symlinkSync(join(folder.path, 'outside.json'), join(folder.path, 'p/link.json'));
    const { code, report, stderr } = await check(['p/x.json', 'q', '-', '--stdin-filename', 'p/in.json'], {
      cwd: folder.path,
      env: { API_RESPONSE_THREADS: '2' },
      stdin: malformed,
    });
    assert.deepEqual(stderr.split('\n'), [
      'api-response: p/.api-response.json:2:14: There is no rule "no-such-rule".',
      'api-response: p/.api-response.json:3:16: There is no file "gone.json".',
      'api-response: p/.api-response.json:3:41: This catalog cannot be read. It must be a file of up to 5 MB, and not a link to another place.',
      'api-response: p/bad.json:1:19: "schemaVersion" must be 1: none of the codes in this file are used.',
      'api-response: q/.api-response.json:1:2: This file is not valid JSON: none of its settings are used.',
      '',
    ]);
    assert.deepEqual(rulesByFile(report), { 'p/x.json': [], 'q/x.json': ['request-id-not-string'], 'p/in.json': [] });
    assert.equal(code, 2);
  });

  it('says what codes mean in the summary, whatever thread counts them', async () => {
    folder.write({
      '.git': '',
      'a.log': failure('InternalError'),
      'p/.api-response.json': JSON.stringify({ catalogs: ['mine.json'] }),
      'p/mine.json': catalog,
      'p/a.log': failure('Teapot.Cold'),
    });
    for (const threads of ['1', '2']) {
      const { stdout } = await run(['check', 'a.log', 'p/a.log'], {
        cwd: folder.path,
        env: { API_RESPONSE_THREADS: threads },
      });
      assert.match(stdout, /^ {2}1 {2}InternalError: .+ First: a\.log:1:1$/m);
      assert.match(stdout, /^ {2}1 {2}Teapot\.Cold: In teapot: Heat it\. First: p\/a\.log:1:1$/m);
    }
  });

  it('counts for explain and ticket, by the file, or by the working directory for a text', async () => {
    folder.write({
      '.git': '',
      'p/.api-response.json': JSON.stringify({ product: 'teapot', catalogs: ['mine.json'] }),
      'p/mine.json': catalog,
      'p/a.log': failure('Teapot.Cold'),
      'q/.api-response.json': '{"product": "Teapot"}',
    });
    const explained = await run(['explain', 'Teapot.Cold'], { cwd: join(folder.path, 'p') });
    assert.deepEqual([explained.code, explained.stdout.split('\n')[0]], [0, 'Teapot.Cold: Heat it.']);
    const read = await run(['explain', 'p/a.log'], { cwd: folder.path });
    assert.match(read.stdout, /Heat it\./);
    const piped = await run(['explain', '-'], { cwd: join(folder.path, 'p'), stdin: failure('Teapot.Cold') });
    assert.match(piped.stdout, /Heat it\./);
    const ignored = await run(['explain', 'p/a.log', '--no-project-file'], { cwd: folder.path });
    assert.deepEqual([ignored.code, ignored.stdout.includes('Heat it')], [1, false]);
    const ticket = await run(['ticket', 'p/a.log'], { cwd: folder.path });
    assert.match(ticket.stdout, /^Product: +teapot$/m);
    const without = await run(['ticket', 'p/a.log', '--no-project-file'], { cwd: folder.path });
    assert.doesNotMatch(without.stdout, /teapot/);
    const bad = await run(['explain', 'InternalError'], { cwd: join(folder.path, 'q') });
    assert.equal(bad.code, 2);
    assert.match(bad.stdout, /^InternalError: /);
    assert.equal(
      bad.stderr,
      'api-response: .api-response.json:1:13: "product" must be the first label of the API host, in lowercase, such as "cvm".\n',
    );
  });

  it('is looked for once per folder, however many files there are', async () => {
    const asked: string[] = [];
    const there = resolve('w/.api-response.json');
    const files = new ProjectFiles(english, (path) => {
      asked.push(path);
      return Promise.resolve(path === there);
    });
    for (let number = 0; number < 1_000; number++) {
      assert.equal(await files.find(`w/a/${number % 7}/${number}.json`), there);
    }
    assert.equal(asked.length, new Set(asked).size);
    // A project file and a repository in each of nine folders; only the first in the one that has it.
    assert.equal(asked.length, 2 * 8 + 1);
  });
});
