import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TemporaryFolder } from '../cli/run';
import { importScript } from '../support/scripts';

interface Vsix {
  readonly size: number;
  readonly files: Readonly<Record<string, string>>;
}

interface Packing {
  readonly packVsix: (folder: string, packagePath: string) => Promise<void>;
  readonly readVsix: (file: string) => Promise<Vsix>;
}

interface Contents {
  readonly contentsProblems: (
    contents: { readonly paths: readonly string[]; readonly size: number },
    listed: readonly string[],
  ) => string[];
}

const root = join(__dirname, '../../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** Targets of links and images in Markdown. */
function targetsIn(markdown: string): { readonly target: string; readonly isImage: boolean }[] {
  const links = [...markdown.matchAll(/(!?)\[[^\]]*\]\(([^()\s]+)\)/g)];
  return links.map(([, mark, target = '']) => ({ target, isImage: mark === '!' }));
}

/** A small extension with the README of ours, in a VSIX. */
async function packed(repository: string): Promise<Vsix> {
  const { packVsix, readVsix } = (await importScript('package/vsix.mjs')) as Packing;
  const folder = new TemporaryFolder();
  const manifest = { name: 'teapot', publisher: 'cups', version: '1.0.0', engines: { vscode: '^1.100.0' } };
  folder.write({
    '.vscodeignore': '*.vsix',
    'package.json': JSON.stringify({ ...manifest, repository: { type: 'git', url: repository } }),
    'README.md': readme,
    LICENSE: 'Pour it.',
  });
  try {
    const file = join(folder.path, 'teapot.vsix');
    await packVsix(folder.path, file);
    return await readVsix(file);
  } finally {
    folder.remove();
  }
}

describe('README in the VSIX', () => {
  it('has links and images that lead into the repository, once it has an address', async () => {
    const repository = 'https://github.com/teapots/teapot';
    const { files } = await packed(repository);
    const expected = targetsIn(readme).map(({ target, isImage }) => ({
      target: /^(?:https:|#)/.test(target) ? target : `${repository}/${isImage ? 'raw' : 'blob'}/HEAD/${target}`,
      isImage,
    }));
    assert.deepEqual(targetsIn(files['extension/readme.md'] ?? ''), expected);
    const changed = expected.filter(({ target }) => target.startsWith(repository));
    assert.ok(changed.some(({ isImage }) => isImage) && changed.some(({ isImage }) => !isImage));
  });

  it('is left as it is before', async () => {
    const { files } = await packed('https://github.com/OWNER/teapot');
    assert.equal(files['extension/readme.md'], readme);
  });
});

describe('contents of a package', () => {
  const listed = ['README.md', 'a.js'];
  let problems: Contents['contentsProblems'];

  before(async () => {
    problems = ((await importScript('package/contents.mjs')) as Contents).contentsProblems;
  });

  it('are what the list has, in any order', () =>
    assert.deepEqual(problems({ paths: ['a.js', 'README.md'], size: 1_500_000 }, listed), []));

  it('are named where they are not on the list, or missing', () =>
    assert.deepEqual(problems({ paths: ['a.js', 'b.js', 'src/c.ts'], size: 1 }, listed), [
      'not on the list: b.js, src/c.ts',
      'missing: README.md',
    ]));

  it('are no more than 60 files and 1.5 MB', () => {
    const paths = Array.from({ length: 61 }, (_, index) => `${index}.js`);
    assert.deepEqual(problems({ paths, size: 1_500_001 }, paths), [
      '1500001 bytes, of at most 1500000',
      '61 files, of at most 60',
    ]);
    assert.deepEqual(problems({ paths: paths.slice(1), size: 1 }, paths.slice(1)), []);
  });
});
