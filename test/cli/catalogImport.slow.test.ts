import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeAtomically } from '../../server/src/sdk/importedFile';
import type { CatalogData } from '../../server/src/service';
import { goSource, goSdk, pythonSource } from '../support/sdkTree';
import { isReadable, itWithLinks } from '../support/system';
import { run, TemporaryFolder, type Outcome } from './run';

describe('command line: catalog import', () => {
  let folder: TemporaryFolder;

  beforeEach(() => (folder = new TemporaryFolder()));

  afterEach(() => folder.remove());

  const runImport = (...args: string[]): Promise<Outcome> => run(['catalog', 'import', ...args], { cwd: folder.path });

  /** The file that was written; the digest is only checked for its form. */
  const written = (name = 'out.json'): CatalogData => {
    const data = JSON.parse(readFileSync(join(folder.path, name), 'utf8')) as CatalogData;
    const { language = '', version = '', digest = '' } = data.sdk ?? {};
    assert.match(digest, /^[0-9a-f]{64}$/);
    return { ...data, sdk: { language, version } };
  };

  const summary = (stdout: string): Outcome => ({ code: 0, stdout, stderr: '' });

  it('makes a catalog of an SDK for Go in the module cache', async () => {
    folder.write(goSdk('mod/github.com/tencentcloud/tencentcloud-sdk-go@v1.3.166'));
    assert.deepEqual(
      await runImport('mod', '--out', 'out.json'),
      summary('Tencent Cloud SDK for Go 1.3.166: 2 products, 4 error codes.\n'),
    );
    assert.deepEqual(written(), {
      schemaVersion: 1,
      note: 'Imported from an installed Tencent Cloud SDK, whose words the descriptions are.',
      sdk: { language: 'go', version: '1.3.166' },
      products: {
        kettle: { apiVersion: '2019-11-05', codes: { 'LimitExceeded.Water': 'Too much water.' } },
        teapot: {
          apiVersion: '2021-07-08',
          codes: {
            'FailedOperation.ColdTea': 'The tea has become cold.',
            'FailedOperation.NoLid': null,
            'InvalidParameter.Spout': 'The spout is on the wrong side.',
          },
        },
      },
    });
    assert.deepEqual(readdirSync(folder.path).sort(), ['mod', 'out.json']);
  });

  it('takes the newest of the modules of each product', async () => {
    const path = (version: string): string =>
      `mod/github.com/!tencent!cloud/tencentcloud-sdk-go/tencentcloud/teapot@v${version}/v20170312/errors.go`;
    folder.write({
      [path('1.0.9')]: goSource({ Old: 'Outdated.' }),
      [path('1.0.10')]: goSource({ New: 'Current.' }),
    });
    assert.deepEqual(
      await runImport('mod', '--out', 'out.json'),
      summary('Tencent Cloud SDK for Go 1.0.10: 1 product, 1 error code.\n'),
    );
    assert.deepEqual(written().products, { teapot: { apiVersion: '2017-03-12', codes: { New: 'Current.' } } });
  });

  for (const [title, files, version] of [
    ['the client', { 'common/http/request.go': 'x = "SDK_GO_1.0.606"\n' }, '1.0.606'],
    ['nothing', {}, 'of unknown version'],
  ] as const) {
    it(`has the version of a vendored SDK for Go from ${title}`, async () => {
      const sdk = 'vendor/github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud';
      folder.write({ [`${sdk}/teapot/v20170312/errors.go`]: goSource({ Tea: '' }) });
      folder.write(Object.fromEntries(Object.entries(files).map(([name, text]) => [`${sdk}/${name}`, text])));
      const { stdout } = await runImport('.', '--out', 'out.json');
      assert.equal(stdout, `Tencent Cloud SDK for Go ${version}: 1 product, 1 error code.\n`);
    });
  }

  for (const [title, files, version] of [
    ['its package', { 'tencentcloud/__init__.py': "# x\r\n__version__ = '3.0.1400'\r\n" }, '3.0.1400'],
    ['what is installed', { 'tencentcloud_sdk_python_cvm-3.0.9.dist-info/METADATA': '' }, '3.0.9'],
    ['nothing', { 'other-1.0.dist-info/METADATA': '' }, 'unknown'],
  ] as const) {
    it(`has the version of an SDK for Python from ${title}`, async () => {
      folder.write({ ...files, 'tencentcloud/autoscaling/v20180419/errorcodes.py': pythonSource({ Tea: 'Cold.' }) });
      const told = version === 'unknown' ? 'of unknown version' : version;
      assert.deepEqual(
        await runImport('.', '--out', 'out.json'),
        summary(`Tencent Cloud SDK for Python ${told}: 1 product, 1 error code.\n`),
      );
      assert.deepEqual(written().sdk, { language: 'python', version });
      assert.deepEqual(written().products, { as: { apiVersion: '2018-04-19', codes: { Tea: 'Cold.' } } });
    });
  }

  it('accepts the folder of a product', async () => {
    folder.write(goSdk('sdk@v1.0.1'));
    const { stdout } = await runImport('sdk@v1.0.1/tencentcloud/kettle', '--out', 'out.json');
    assert.equal(stdout, 'Tencent Cloud SDK for Go 1.0.1: 1 product, 1 error code.\n');
  });

  it('counts files that are too large, unreadable or without codes, and reads all others', async () => {
    const file = (product: string): string => `sdk@v1.0.1/tencentcloud/${product}/v20170312/errors.go`;
    folder.write({
      [file('teapot')]: goSource({ Tea: 'Cold.' }),
      [file('large')]: `${goSource({ Large: '' })}${' '.repeat(5_000_000)}`,
      [file('empty')]: '',
      [file('binary')]: Buffer.from([0xff, 0xfe, 0, 0x41, 0xd8, 0]),
      [`${file('folder')}/x`]: '',
      [file('secret')]: goSource({ Secret: '' }),
    });
    chmodSync(join(folder.path, file('secret')), 0);
    const readsAll = isReadable(join(folder.path, file('secret')));
    const { code, stdout } = await runImport('.', '--out', 'out.json');
    assert.equal(
      stdout,
      `Tencent Cloud SDK for Go 1.0.1: ${readsAll ? '2 products, 2 error codes' : '1 product, 1 error code'}.` +
        ` Files over 5 MB, not read: 1.${readsAll ? '' : ' Files not readable: 1.'} Files without error codes: 2.\n`,
    );
    assert.equal(code, 0);
  });

  itWithLinks('does not follow symbolic links, neither in a circle nor out of the folder', async () => {
    folder.write({ ...goSdk('inside@v1.0.1'), 'outside/tencentcloud/cup/v20170312/errors.go': goSource({ Cup: '' }) });
    symlinkSync('..', join(folder.path, 'inside@v1.0.1/tencentcloud/up'));
    symlinkSync('../../outside/tencentcloud/cup', join(folder.path, 'inside@v1.0.1/tencentcloud/cup'));
    const { stdout } = await runImport('inside@v1.0.1', '--out', 'out.json');
    assert.equal(stdout, 'Tencent Cloud SDK for Go 1.0.1: 2 products, 4 error codes.\n');
  });

  describe('reads only regular files inside the SDK', () => {
    const sdk = 'vendor/github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud';
    const client = `${sdk}/common/http/request.go`;
    const version = 'x = "SDK_GO_1.0.606"\n';
    const unknown = 'Tencent Cloud SDK for Go of unknown version: 1 product, 1 error code.\n';

    beforeEach(() =>
      folder.write({ [`${sdk}/teapot/v20170312/errors.go`]: goSource({ Tea: '' }), 'outside/request.go': version }),
    );

    const link = (target: string, path: string): void => {
      mkdirSync(dirname(join(folder.path, path)), { recursive: true });
      symlinkSync(target, join(folder.path, path));
    };

    const pipe = (path: string): void => {
      mkdirSync(dirname(join(folder.path, path)), { recursive: true });
      execFileSync('mkfifo', [join(folder.path, path)]);
    };

    const readsNoVersion = async (): Promise<void> =>
      assert.deepEqual(await runImport('vendor', '--out', 'out.json'), summary(unknown));

    itWithLinks('for its version: no link that leads out', async () => {
      link(join(folder.path, 'outside/request.go'), client);
      await readsNoVersion();
    });

    itWithLinks('for its version: no folder that is a link and leads out', async () => {
      link(join(folder.path, 'outside'), `${sdk}/common/http`);
      await readsNoVersion();
    });

    itWithLinks('for its version: a link that stays inside', async () => {
      folder.write({ [`${sdk}/common/real.go`]: version });
      link('../real.go', client);
      const { stdout } = await runImport('vendor', '--out', 'out.json');
      assert.match(stdout, / 1\.0\.606: /);
    });

    it('for its version: no large file', async () => {
      folder.write({ [client]: `${version}${' '.repeat(5_000_000)}` });
      await readsNoVersion();
    });

    it('for its version: no pipe', async function () {
      if (process.platform === 'win32') {
        this.skip();
      }
      pipe(client);
      await readsNoVersion();
    });

    it('for its version: no device', async function () {
      if (process.platform === 'win32') {
        this.skip();
      }
      link('/dev/zero', client);
      await readsNoVersion();
    });

    it('at --out: no pipe', async function () {
      if (process.platform === 'win32') {
        this.skip();
      }
      pipe('out.json');
      const { code, stderr } = await runImport('vendor', '--out', 'out.json');
      assert.equal(
        stderr,
        'api-response: out.json exists and is not an unchanged import; remove it, or choose another file.\n',
      );
      assert.equal(code, 2);
    });
  });

  itWithLinks('writes no file that a link was planted for', async () => {
    folder.write({ ...goSdk('sdk'), 'mine.txt': 'mine' });
    const target = join(folder.path, 'out.json');
    await writeAtomically(target, 'first');
    symlinkSync('mine.txt', join(folder.path, 'link.json'));
    await writeAtomically(join(folder.path, 'link.json'), 'second');
    assert.equal(readFileSync(join(folder.path, 'mine.txt'), 'utf8'), 'mine');
    assert.equal(readFileSync(join(folder.path, 'link.json'), 'utf8'), 'second');
    assert.deepEqual(readdirSync(folder.path).sort(), ['link.json', 'mine.txt', 'out.json', 'sdk']);
  });

  it('replaces an earlier import', async () => {
    folder.write({ ...goSdk('one@v1.0.1'), 'two@v1.0.2/tencentcloud/cup/v20170312/errors.go': goSource({ Cup: '' }) });
    await runImport('one@v1.0.1', '--out', 'out.json');
    assert.equal((await runImport('two@v1.0.2', '--out', 'out.json')).code, 0);
    assert.deepEqual(written().sdk, { language: 'go', version: '1.0.2' });
    assert.deepEqual(Object.keys(written().products ?? {}), ['cup']);
  });

  it('explains its usage', async () => {
    for (const args of [
      [],
      ['import'],
      ['export', '.'],
      ['import', '.', '.'],
      ['import', '.'],
      ['import', '.', '--out'],
    ]) {
      const { code, stdout, stderr } = await run(['catalog', ...args]);
      assert.match(stderr, /^api-response: [^\n]+\.\n$/, args.join(' '));
      assert.equal(stdout, '');
      assert.equal(code, 2);
    }
  });

  describe('writes nothing', () => {
    const refuses = async (complaint: string, ...args: string[]): Promise<void> => {
      const before = readdirSync(folder.path);
      assert.deepEqual(await runImport(...args), { code: 2, stdout: '', stderr: `api-response: ${complaint}\n` });
      assert.deepEqual(readdirSync(folder.path), before);
    };

    it('without --out', async () => {
      folder.write(goSdk('sdk'));
      await refuses('catalog import needs --out with the name of the file to write.', 'sdk');
    });

    it('where there is no folder, or no SDK in it', async () => {
      folder.write({ 'a.txt': '', 'empty/b.txt': '' });
      await refuses('cannot read gone: there is no such file.', 'gone', '--out', 'out.json');
      await refuses('a.txt is not a folder.', 'a.txt', '--out', 'out.json');
      await refuses('there is no Tencent Cloud SDK for Go or Python in empty.', 'empty', '--out', 'out.json');
    });

    it('where there are several SDKs', async () => {
      folder.write({ ...goSdk('a@v1.0.1'), ...goSdk('b@v1.0.2') });
      const folders = ['b@v1.0.2', 'a@v1.0.1'].map((name) => join(folder.path, name, 'tencentcloud'));
      await refuses(
        `there are 2 SDKs in .; pass the folder of one: ${folders.join(', ')}.`,
        ...['.', '--out', 'out.json'],
      );
    });

    it('where no source has an error code', async () => {
      folder.write({ 'sdk/cup/v20170312/errors.go': 'package v20170312\n' });
      await refuses(`no error codes found in ${join(folder.path, 'sdk')}.`, 'sdk', '--out', 'out.json');
    });

    it('over a file that is not an earlier import, or was changed since', async () => {
      folder.write(goSdk('sdk'));
      await runImport('sdk', '--out', 'changed.json');
      const imported = readFileSync(join(folder.path, 'changed.json'), 'utf8');
      folder.write({
        'mine.json': '{"sdk": {}, "products": {}}',
        'null.json': 'null',
        'text.txt': 'text',
        'changed.json': imported.replace('Too much water.', 'Pour some out.'),
      });
      for (const name of ['mine.json', 'null.json', 'text.txt', 'changed.json']) {
        const kept = readFileSync(join(folder.path, name), 'utf8');
        await refuses(
          `${name} exists and is not an unchanged import; remove it, or choose another file.`,
          ...['sdk', '--out', name],
        );
        assert.equal(readFileSync(join(folder.path, name), 'utf8'), kept);
      }
    });

    it('to a path that is not writable', async () => {
      folder.write(goSdk('sdk'));
      await refuses('cannot write gone/out.json: there is no such file.', 'sdk', '--out', 'gone/out.json');
    });
  });
});
