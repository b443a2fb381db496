import assert from 'node:assert/strict';
import {
  maxDepth,
  maxFolders,
  walkFiles,
  type FileTree,
  type FoundFiles,
  type Walk,
} from '../../client/src/check/walkFiles';

/** A tree with the given files, that counts how often it lists a folder. */
class MemoryTree implements FileTree {
  readonly listed: string[] = [];

  constructor(private readonly files: Readonly<Record<string, string>>) {}

  list(folder: string): Promise<{ name: string; isFolder: boolean }[]> {
    this.listed.push(folder);
    const prefix = folder === '' ? '' : `${folder}/`;
    const inside = Object.keys(this.files).filter((path) => path.startsWith(prefix));
    const entries = inside.map((path): [string, boolean] => {
      const [name = '', ...more] = path.slice(prefix.length).split('/');
      return [name, more.length > 0];
    });
    return Promise.resolve([...new Map(entries)].map(([name, isFolder]) => ({ name, isFolder })));
  }

  readText(file: string): Promise<string> {
    return Promise.resolve(this.files[file] ?? '');
  }
}

const isWanted = (name: string): boolean => name.endsWith('.json');

const walk = (tree: FileTree, options: Partial<Walk> = {}): Promise<FoundFiles> =>
  walkFiles(tree, { isWanted, excluded: [], isCancelled: () => false, ...options });

/** The files found in a tree, in alphabetical order. */
const found = async (files: Readonly<Record<string, string>>, excluded: readonly string[] = []): Promise<string[]> => {
  const { paths, isComplete } = await walk(new MemoryTree(files), { excluded });
  assert.equal(isComplete, true);
  return [...paths].sort();
};

describe('the walk through a workspace that cannot be searched', () => {
  it('finds files of the kinds that are checked, in all folders', async () => {
    assert.deepEqual(await found({ 'a.json': '', 'a.txt': '', 'b/c/d.json': '', 'b/.hidden/e.json': '' }), [
      'a.json',
      'b/.hidden/e.json',
      'b/c/d.json',
    ]);
  });

  it('obeys .gitignore files in each folder, inner ones last', async () => {
    const files = {
      '.gitignore': 'out/\n*.log.json\n/top.json\n',
      'top.json': '',
      'out/a.json': '',
      'b/out/a.json': '',
      'b/top.json': '',
      'b/x.log.json': '',
      'c/.gitignore': '!x.log.json\ny.json\n',
      'c/x.log.json': '',
      'c/y.json': '',
      'y.json': '',
    };
    assert.deepEqual(await found(files), ['b/top.json', 'c/x.log.json', 'y.json']);
  });

  it('leaves out what files.exclude names, and node_modules', async () => {
    const files = { 'a.json': '', 'b/a.json': '', 'b/dist/c.json': '', 'node_modules/d.json': '', 'b/e.tmp.json': '' };
    assert.deepEqual(await found(files, ['./**/dist', './**/*.tmp.json']), ['a.json', 'b/a.json']);
    assert.deepEqual(await found(files, ['./a.json', './b/{dist,e*}']), ['b/a.json']);
  });

  it('does not enter folders that are left out', async () => {
    const tree = new MemoryTree({
      '.gitignore': 'out\n',
      'out/a.json': '',
      'dist/a.json': '',
      'node_modules/a.json': '',
    });
    await walk(tree, { excluded: ['./dist'] });
    assert.deepEqual(tree.listed, ['']);
  });

  it('goes on where a folder cannot be listed', async () => {
    const tree = new MemoryTree({ 'a/b.json': '', 'c/d.json': '' });
    const list = tree.list.bind(tree);
    tree.list = (folder) => (folder === 'a' ? Promise.reject(new Error('no permission')) : list(folder));
    assert.deepEqual((await walk(tree)).paths, ['c/d.json']);
  });

  for (const [names, limit] of [
    [['a', 'b'], maxFolders],
    [['a'], maxDepth + 1],
  ] as const) {
    it(`ends in a tree without an end, and says so: ${names.join(', ')}`, async () => {
      let listed = 0;
      const loop: FileTree = {
        list: () => {
          listed++;
          return Promise.resolve(names.map((name) => ({ name, isFolder: true })));
        },
        readText: () => Promise.resolve(''),
      };
      assert.deepEqual(await walk(loop), { paths: [], isComplete: false });
      assert.equal(listed, limit);
    });
  }

  it('ends when it is cancelled', async () => {
    const tree = new MemoryTree({ 'a/b/c/d.json': '' });
    await walk(tree, { isCancelled: () => tree.listed.length === 2 });
    assert.deepEqual(tree.listed, ['', 'a']);
  });
});
