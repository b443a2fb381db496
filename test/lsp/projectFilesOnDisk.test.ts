import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { diskProjectFiles } from '../../server/src/lsp/session/diskProjectFiles';
import { TemporaryFolder } from '../cli/run';
import { itWithLinks } from '../support/system';

describe('project files on disk', () => {
  let folder: TemporaryFolder;

  beforeEach(() => (folder = new TemporaryFolder()));
  afterEach(() => folder.remove());

  const read = (name: string, within = ''): Promise<string | undefined> =>
    diskProjectFiles().read(
      pathToFileURL(join(folder.path, name)).href,
      `${pathToFileURL(join(folder.path, within)).href}/`,
    );

  it('are read, without a byte order mark', async () => {
    folder.write({ 'a b/x.json': '\ufeff{}' });
    assert.equal(await read('a b/x.json'), '{}');
  });

  it('may be missing, or be out of reach', async () => {
    folder.write({ 'a.json': '' });
    assert.equal(await read('x.json'), undefined);
    assert.equal(await read('a.json/x.json'), undefined);
    assert.equal(await diskProjectFiles().read('memfs:/w/x.json', 'memfs:/w/'), undefined);
  });

  it('elsewhere are read by the client, if it does that', async () => {
    const asked: string[] = [];
    const access = diskProjectFiles((uri) => {
      asked.push(uri);
      return Promise.resolve('{}');
    });
    folder.write({ 'x.json': '[]' });
    const here = pathToFileURL(folder.path).href;
    assert.equal(await access.read('memfs:/w/x.json', 'memfs:/w/'), '{}');
    assert.equal(await access.read(`${here}/x.json`, `${here}/`), '[]');
    assert.equal(await access.read(`${here}/y.json`, `${here}/`), undefined);
    assert.deepEqual(asked, ['memfs:/w/x.json']);
  });

  itWithLinks('are no folders, no large files, and no links to elsewhere', async () => {
    folder.write({ 'dir/x.json': '', 'outside.json': '{}', 'large.json': Buffer.alloc(5_000_001, ' ') });
    symlinkSync(join(folder.path, 'outside.json'), join(folder.path, 'dir/link.json'));
    symlinkSync(join(folder.path, 'dir/x.json'), join(folder.path, 'dir/inner.json'));
    assert.equal(await read('dir/inner.json', 'dir'), '');
    for (const [name, within] of [
      ['dir', ''],
      ['large.json', ''],
      ['dir/link.json', 'dir'],
    ] as const) {
      await assert.rejects(read(name, within), name);
    }
  });
});
