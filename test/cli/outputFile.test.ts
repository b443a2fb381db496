import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { itWithLinks } from '../support/system';
import { run, TemporaryFolder, type Outcome } from './run';

const mistake = '{"Response": {"RequestId": 1}}';

describe('command line: check --output', () => {
  let folder: TemporaryFolder;

  beforeEach(() => {
    folder = new TemporaryFolder();
    folder.write({ 'in/a.json': mistake, 'in/b\u202e.json': mistake });
  });

  afterEach(() => folder.remove());

  const checked = (...args: readonly string[]): Promise<Outcome> => run(['check', ...args], { cwd: folder.path });
  const read = (name: string): string => readFileSync(join(folder.path, name), 'utf8');

  for (const format of ['text', 'json', 'sarif', 'github', 'gitlab', 'html']) {
    it(`writes what would be printed: ${format}`, async () => {
      const printed = await checked('--format', format, 'in');
      const written = await checked('--format', format, '--output', 'out.txt', 'in');
      assert.deepEqual(written, { ...printed, stdout: '' });
      assert.equal(written.code, 1);
      assert.equal(read('out.txt'), printed.stdout);
      assert.deepEqual(readdirSync(folder.path).sort(), ['in', 'out.txt']);
    });
  }

  it('writes the output of many files from many threads', async () => {
    folder.write(Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`in/${index}.json`, mistake])));
    const printed = await checked('in');
    assert.deepEqual(await checked('--output', 'out.txt', 'in'), { ...printed, stdout: '' });
    assert.equal(read('out.txt'), printed.stdout);
  });

  it('writes the output of all other files if one cannot be read', async () => {
    const { code, stderr } = await checked('--format', 'json', '--output', 'out.json', 'gone.json', 'in');
    assert.equal(code, 2);
    assert.match(stderr, /^api-response: cannot read gone\.json: [^\n]*\n$/);
    assert.equal((JSON.parse(read('out.json')) as { files: unknown[] }).files.length, 2);
  });

  it('replaces a file, and keeps its permissions', async () => {
    folder.write({ 'out.txt': 'earlier '.repeat(1_000) });
    chmodSync(join(folder.path, 'out.txt'), 0o600);
    const { mode } = statSync(join(folder.path, 'out.txt'));
    await checked('--output', 'out.txt', 'in');
    assert.match(read('out.txt'), /^in\/a\.json:1:28: error: [^\n]+\n/);
    assert.doesNotMatch(read('out.txt'), /earlier/);
    assert.equal(statSync(join(folder.path, 'out.txt')).mode, mode);
    assert.deepEqual(readdirSync(folder.path).sort(), ['in', 'out.txt']);
  });

  describe('refuses', () => {
    const refuses = async (path: string, complaint: string): Promise<void> => {
      const before = readdirSync(folder.path);
      const { code, stdout, stderr } = await checked('--output', path, 'in', 'gone.json');
      assert.deepEqual([code, stdout, stderr], [2, '', `api-response: ${complaint}\n`]);
      assert.deepEqual(readdirSync(folder.path), before);
    };
    const exists = (path: string): string => `${path} exists and is not a regular file; choose another file.`;

    itWithLinks('folders, devices, and links, and checks nothing', async () => {
      mkdirSync(join(folder.path, 'folder'));
      folder.write({ 'mine.txt': 'mine' });
      symlinkSync('mine.txt', join(folder.path, 'link.txt'));
      await refuses('folder', exists('folder'));
      await refuses('link.txt', exists('link.txt'));
      symlinkSync('gone.txt', join(folder.path, 'broken.txt'));
      await refuses('broken.txt', exists('broken.txt'));
      if (existsSync('/dev/null')) {
        await refuses('/dev/null', exists('/dev/null'));
      }
      assert.equal(read('mine.txt'), 'mine');
    });

    it('a folder that is not there', async () => {
      await refuses('gone/out.txt', 'cannot write gone/out.txt: there is no such file.');
    });
  });

  it('leaves an earlier file if the check cannot begin, and no other', async () => {
    folder.write({ 'out.txt': 'earlier' });
    const { code } = await run(['check', '--output', 'out.txt', 'in'], {
      cwd: folder.path,
      env: { API_RESPONSE_THREADS: 'many' },
    });
    assert.equal(code, 2);
    assert.deepEqual(readdirSync(folder.path).sort(), ['in', 'out.txt']);
    assert.equal(read('out.txt'), 'earlier');
  });
});
