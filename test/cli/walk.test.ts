import assert from 'node:assert/strict';
import { join, relative, sep } from 'node:path';
import { filesOf, type Wanted } from '../../server/src/cli/input/files';
import { readGlob } from '../../server/src/cli/input/glob';
import { builtinLocalizer } from '../../server/src/data/builtinData';
import { check, TemporaryFolder } from './run';

const english = builtinLocalizer('en');

describe('command line: the files that check reads', () => {
  let folder: TemporaryFolder;

  beforeEach(() => (folder = new TemporaryFolder()));

  afterEach(() => folder.remove());

  const write = (...paths: readonly string[]): void =>
    folder.write(Object.fromEntries(paths.map((path) => [path, '{}'])));

  /** What is read for an argument, relative to the folder; of what cannot be read, why. */
  const found = async (argument: string, wanted: Partial<Wanted> = {}): Promise<string[]> => {
    const paths: string[] = [];
    const all: Wanted = { kind: 'responses', obeysGitignore: true, ...wanted };
    for await (const { path, problem } of filesOf(join(folder.path, argument), all, english)) {
      const name = relative(folder.path, path).split(sep).join('/');
      paths.push(problem === undefined ? name : `${name}: ${problem}`);
    }
    return paths;
  };

  describe('.gitignore', () => {
    it('holds in its folder and below', async () => {
      write('a.json', 'b.json', 'sub/a.json', 'out/c.json', 'sub/out/c.json', 'sub/deep/d.json', 'sub/deep/e.json');
      folder.write({ '.gitignore': 'a.json\n/out/\n', 'sub/deep/.gitignore': 'd.json\n' });
      assert.deepEqual(await found(''), ['b.json', 'sub/deep/e.json', 'sub/out/c.json']);
    });

    it('may be overruled by one further in, unless the folder around it is excluded', async () => {
      write('logs/a.log', 'logs/keep.log', 'out/keep.log');
      folder.write({
        '.gitignore': '*.log\nout/\n',
        'logs/.gitignore': '!keep.log\n',
        'out/.gitignore': '!keep.log\n',
      });
      assert.deepEqual(await found(''), ['logs/keep.log']);
    });

    it('holds from the root of the repository on, and not beyond', async () => {
      write('repo/.git/HEAD', 'repo/a/b/x.json', 'repo/a/b/y.json', 'repo/a/b/z.json', 'repo/a/b/root.json');
      folder.write({
        '.gitignore': 'x.json\n',
        'repo/.gitignore': '/root.json\na/b/y.json\n',
        'repo/a/.gitignore': 'z.json\n',
      });
      assert.deepEqual(await found('repo/a/b'), ['repo/a/b/root.json', 'repo/a/b/x.json']);
    });

    it('does not hold in another repository further in', async () => {
      write('.git/HEAD', 'module/.git', 'module/a.json', 'module/b.json', 'c.json');
      folder.write({ '.gitignore': 'a.json\nc.json', 'module/.gitignore': 'b.json\n' });
      assert.deepEqual(await found(''), ['module/a.json']);
    });

    it('holds without a repository in the folder that is named', async () => {
      write('around/a.json', 'around/b.json');
      folder.write({ '.gitignore': 'a.json\n', 'around/.gitignore': 'b.json\n' });
      assert.deepEqual(await found('around'), ['around/a.json']);
    });

    it('leaves alone what is named', async () => {
      write('.git/HEAD', 'out/a.json', 'out/b.json', 'out/deep/c.json');
      folder.write({ '.gitignore': 'out/\nb.json\n' });
      assert.deepEqual(await found('out/b.json'), ['out/b.json']);
      assert.deepEqual(await found('out'), ['out/a.json', 'out/deep/c.json']);
      assert.deepEqual(await found('out/deep'), ['out/deep/c.json']);
    });

    it('can be turned off', async () => {
      write('a.json', 'out/b.json', 'node_modules/c.json');
      folder.write({ '.gitignore': 'a.json\nout\n' });
      assert.deepEqual(await found('', { obeysGitignore: false }), ['a.json', 'out/b.json']);
      const { report } = await check(['--no-ignore', '.'], { cwd: folder.path });
      assert.equal(report.summary.files, 2);
      assert.equal((await check(['.'], { cwd: folder.path })).report.summary.files, 0);
    });

    it('may be a folder', async () => {
      write('a.json', '.gitignore/x');
      assert.deepEqual(await found(''), ['a.json']);
    });

    it('holds for source files alike', async () => {
      write('a.go', 'b.go', 'c.json', 'vendor/d.go');
      folder.write({ '.gitignore': 'vendor\nb.go' });
      assert.deepEqual(await found('', { kind: 'source' }), ['a.go']);
    });
  });

  describe('patterns', () => {
    beforeEach(() => {
      write('a.json', 'b.txt', 'logs/a.json', 'logs/b.txt', 'logs/x/c.json', 'logs/x/y/d.json', 'src/a.go');
      write('logs/.hidden/e.json', 'logs/node_modules/f.json', 'mocks/a1.json', 'mocks/a2.json', 'mocks/b1.json');
    });

    for (const [pattern, paths] of [
      ['*.json', ['a.json']],
      ['logs/*', ['logs/a.json', 'logs/b.txt']],
      ['logs/*/*.json', ['logs/x/c.json']],
      ['logs/**/*.json', ['logs/a.json', 'logs/x/c.json', 'logs/x/y/d.json']],
      ['**/a*.json', ['a.json', 'logs/a.json', 'mocks/a1.json', 'mocks/a2.json']],
      ['mocks/{a,c}[!2].js?n', ['mocks/a1.json']],
      ['{logs/x/y,mocks}/?[!2]*n', ['logs/x/y/d.json', 'mocks/a1.json', 'mocks/b1.json']],
      ['{logs/x/y,.}/{d,a}.json', ['logs/x/y/d.json']],
      ['logs/.hidden/*', ['logs/.hidden/e.json']],
      ['./logs/../mocks/b*', ['mocks/b1.json']],
      ['logs/*/', ['logs/*/: no file matches this pattern']],
      ['missing/*.json', ['missing/*.json: no file matches this pattern']],
      ['a.json/*', ['a.json/*: no file matches this pattern']],
      ['*.yaml', ['*.yaml: no file matches this pattern']],
      ['missing.json', ['missing.json: there is no such file']],
      ['{a,b}'.repeat(20), [`${'{a,b}'.repeat(20)}: it expands to too many patterns; use fewer braces`]],
    ] as const) {
      it(`${pattern.slice(0, 40)} stands for ${paths.join(' ').slice(0, 80)}`, async () => {
        assert.deepEqual(
          (await found(pattern)).map((each) => each.replace(/^logs\/\*:/, 'logs/*/:')),
          paths,
        );
      });
    }

    it('are the names of files that exist', async () => {
      write('[a].json', 'x{1}/b.json');
      assert.deepEqual(await found('[a].json'), ['[a].json']);
      assert.deepEqual(await found('x{1}'), ['x{1}/b.json']);
      assert.deepEqual(await found('[a]*.json'), ['a.json']);
    });

    it('do not stand for what is ignored, unless asked to', async () => {
      folder.write({ '.git/HEAD': '', '.gitignore': 'logs\n/mocks/a*\n' });
      assert.deepEqual(await found('*/*1.json'), ['mocks/b1.json']);
      const [problem] = await found('mocks/a*');
      assert.match(problem ?? '', /^mocks\/a\*: all files .* ignored by a \.gitignore; --no-ignore reads them$/);
      assert.deepEqual(await found('mocks/a*', { obeysGitignore: false }), ['mocks/a1.json', 'mocks/a2.json']);
    });

    it('stand for source files where these are asked for', async () => {
      assert.deepEqual(await found('**/*.go', { kind: 'source' }), ['src/a.go']);
    });

    it('that match nothing are one error, and stop nothing', async () => {
      const { code, stderr, report } = await check(['logs/**/*.yaml', 'mocks/*1.json'], { cwd: folder.path });
      assert.equal(stderr, 'api-response: cannot read logs/**/*.yaml: no file matches this pattern.\n');
      assert.deepEqual(
        report.files.map(({ path }) => path),
        ['mocks/a1.json', 'mocks/b1.json'],
      );
      assert.equal(code, 2);
    });
  });

  it('patterns on Windows have backslashes between names, and any case', () => {
    const { folder: base, maxDepth, wants } = readGlob('C:\\Logs\\x\\**\\*.JSON', 'win32')!;
    assert.deepEqual([base, maxDepth], ['C:/Logs/x/', Infinity]);
    assert.deepEqual(['a.json', 'Y/b.Json', 'c.log'].map(wants), [true, true, false]);
    assert.equal(readGlob('C:\\*.json', 'win32')?.folder, 'C:/');
    assert.equal(readGlob('\\\\server\\share\\*.json', 'win32')?.folder, '//server/share/');
    assert.equal(readGlob('a[1]\\b.json', 'win32')?.wants('A1/B.json'), true);
  });

  it('patterns elsewhere have backslashes before characters that stand for themselves', () => {
    const { folder: base, maxDepth, wants } = readGlob('/logs/a\\*/*.json', 'linux')!;
    assert.deepEqual([base, maxDepth], ['/logs/', 1]);
    assert.deepEqual(['a*/b.json', 'a*/B.JSON', 'ax/b.json'].map(wants), [true, false, false]);
    assert.equal(readGlob('/*.json', 'linux')?.folder, '/');
  });
});
