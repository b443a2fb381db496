import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { CancellationTokenSource, WorkDoneProgress } from 'vscode-languageserver/node';
import {
  findSdksRequest,
  importCatalogRequest,
  type FindSdksParams,
  type ImportCatalogParams,
  type ImportCatalogResult,
  type SdkSummary,
} from '../../server/src/lsp/protocol';
import type { CatalogData } from '../../server/src/service';
import { TemporaryFolder } from '../cli/run';
import { LanguageServer } from '../support/languageServer';
import { goSdk, goSource, pythonSource } from '../support/sdkTree';
import { itWithLinks } from '../support/system';
import { seedFailure } from './seed';

describe('language server: import of error codes', () => {
  let server: LanguageServer;
  let folder: TemporaryFolder;
  let target: string;

  beforeEach(async () => {
    folder = new TemporaryFolder();
    target = join(folder.path, 'storage', 'imported.error-codes.json');
    server = await LanguageServer.start();
  });

  afterEach(async () => {
    assert.equal(await server.stop(), 0);
    folder.remove();
  });

  const find = (params: FindSdksParams): Promise<SdkSummary[]> => server.request(findSdksRequest, params);

  const sdk = (version = '1.3.166'): string => join(folder.path, `sdk@v${version}`, 'tencentcloud');

  const importCatalog = (params: Partial<ImportCatalogParams> = {}): Promise<ImportCatalogResult | null> =>
    server.request(importCatalogRequest, { folder: sdk(), language: 'go', target, ...params });

  const written = (): CatalogData => JSON.parse(readFileSync(target, 'utf8')) as CatalogData;

  it('finds the SDKs in a folder, newest first', async () => {
    folder.write({
      ...goSdk('sdk@v1.3.9'),
      ...goSdk('sdk@v1.3.166'),
      'site-packages/tencentcloud/__init__.py': '__version__ = "1.3.10"',
      'site-packages/tencentcloud/teapot/v20170312/errorcodes.py': pythonSource({ Tea: '' }),
    });
    const products = ['kettle', 'teapot'];
    assert.deepEqual(await find({ folder: folder.path }), [
      { folder: sdk(), language: 'go', version: '1.3.166', products },
      {
        folder: join(folder.path, 'site-packages', 'tencentcloud'),
        language: 'python',
        version: '1.3.10',
        products: ['teapot'],
      },
      { folder: sdk('1.3.9'), language: 'go', version: '1.3.9', products },
    ]);
  });

  it('finds none in a folder without one, or in a file', async () => {
    folder.write({ 'a.txt': '' });
    assert.deepEqual(await find({ folder: folder.path }), []);
    assert.deepEqual(await find({ folder: join(folder.path, 'gone') }), []);
    assert.deepEqual(await find({ folder: join(folder.path, 'a.txt') }), []);
  });

  it('imports all products, into a folder that it makes', async () => {
    folder.write(goSdk('sdk@v1.3.166'));
    assert.deepEqual(await importCatalog(), {
      status: 'imported',
      version: '1.3.166',
      products: 2,
      codes: 4,
      tooLarge: 0,
      unreadable: 0,
      empty: 0,
    });
    assert.deepEqual(Object.keys(written().products ?? {}), ['kettle', 'teapot']);
    assert.deepEqual(readdirSync(join(folder.path, 'storage')), ['imported.error-codes.json']);
  });

  it('imports the requested products, and replaces earlier ones', async () => {
    folder.write(goSdk('sdk@v1.3.166'));
    await importCatalog();
    const result = await importCatalog({ products: ['kettle', 'constructor', 'none'] });
    assert.equal(result?.codes, 1);
    assert.deepEqual(written().products, {
      kettle: { apiVersion: '2019-11-05', codes: { 'LimitExceeded.Water': 'Too much water.' } },
    });
  });

  it('reports that the SDK is gone or empty, or that the target is not writable', async () => {
    assert.equal(await importCatalog(), null);
    folder.write({ 'sdk@v1.3.166/tencentcloud/cup/v20170312/errors.go': '' });
    assert.equal(await importCatalog({ language: 'python' }), null);
    assert.deepEqual(await importCatalog(), {
      status: 'nothing',
      version: '1.3.166',
      products: 0,
      codes: 0,
      tooLarge: 0,
      unreadable: 0,
      empty: 1,
    });
    assert.equal(existsSync(target), false);
    folder.write(goSdk('sdk@v1.3.166'));
    mkdirSync(target, { recursive: true });
    assert.equal((await importCatalog())?.status, 'unwritable');
    assert.deepEqual(readdirSync(join(folder.path, 'storage')), ['imported.error-codes.json']);
  });

  it('reports progress to a client that asks for it', async () => {
    folder.write(goSdk('sdk@v1.3.166'));
    const reports: unknown[] = [];
    server.connection.onProgress(WorkDoneProgress.type, 'token', (value) => void reports.push(value));
    await importCatalog({ workDoneToken: 'token' });
    assert.deepEqual(reports, [
      { kind: 'begin', title: sdk(), percentage: 0 },
      { kind: 'report', message: 'kettle', percentage: 33 },
      { kind: 'report', message: 'teapot', percentage: 66 },
      { kind: 'report', message: 'teapot', percentage: 100 },
      { kind: 'end' },
    ]);
  });

  it('can be cancelled, and then writes nothing', async () => {
    const products = Array.from({ length: 300 }, (_, index) => `product${index}`);
    folder.write(
      Object.fromEntries(
        products.map((name) => [`sdk@v1.3.166/tencentcloud/${name}/v20170312/errors.go`, goSource({ Tea: '' })]),
      ),
    );
    const source = new CancellationTokenSource();
    const begun = new Promise<void>((resolve) =>
      server.connection.onProgress(WorkDoneProgress.type, 'token', () => resolve()),
    );
    const params: ImportCatalogParams = { folder: sdk(), language: 'go', target, workDoneToken: 'token' };
    const outcome = server.request(importCatalogRequest, params, source.token).then(
      () => 'answered',
      (error: unknown) => (error as Error).message,
    );
    await begun;
    source.cancel();
    assert.equal(await outcome, 'The request was cancelled.');
    assert.equal(existsSync(target), false);
  });

  it('answers other requests during an import', async () => {
    const rows = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`LimitExceeded.Tea${index}`, 'Cold.']));
    folder.write(
      Object.fromEntries(
        Array.from({ length: 300 }, (_, index) => [
          `sdk@v1.3.166/tencentcloud/product${index}/v20170312/errors.go`,
          goSource(rows),
        ]),
      ),
    );
    await server.open('file:///w/a.json', seedFailure);
    const order: string[] = [];
    await Promise.all([
      importCatalog().then(() => order.push('import')),
      server.hover('file:///w/a.json', { line: 0, character: 3 }).then(() => order.push('hover')),
    ]);
    assert.deepEqual(order, ['hover', 'import']);
    assert.equal(Object.keys(written().products ?? {}).length, 300);
  });

  for (const params of [
    null,
    {},
    { folder: 7 },
    { folder: '\u0000' },
    { workspace: 7 },
    { folder: {}, products: 'x' },
  ]) {
    it(`survives parameters that make no sense: ${JSON.stringify(params)}`, async () => {
      const wrong = { folder: '/nowhere', ...params };
      assert.deepEqual(await server.request(findSdksRequest, params === null ? null : wrong), []);
      assert.equal(await server.request(importCatalogRequest, params), null);
    });
  }

  describe('in the usual places', () => {
    /** A server whose environment only has the given variables. */
    const foundBy = async (env: Record<string, string>, workspace: string[] = []): Promise<string[]> => {
      const home = join(folder.path, 'home');
      const other = await LanguageServer.start({
        env: { HOME: home, USERPROFILE: home, GOPATH: '', GOMODCACHE: '', ...env },
      });
      const sdks = await other.request<SdkSummary[]>(findSdksRequest, { workspace });
      assert.equal(await other.stop(), 0);
      return sdks
        .map((each) => each.folder)
        .filter((each) => each.startsWith(folder.path))
        .map((each) => relative(folder.path, each).split(sep).join('/'))
        .sort();
    };
    const errors = (path: string): Record<string, string> => ({
      [`${path}/cup/v20170312/errors.go`]: goSource({ Cup: '' }),
    });
    const errorcodes = (path: string): Record<string, string> => ({
      [`${path}/cup/v20170312/errorcodes.py`]: pythonSource({ Cup: '' }),
    });

    it('finds SDKs of Go', async () => {
      const home = 'home/go/pkg/mod/github.com/tencentcloud/tencentcloud-sdk-go@v1.3.1/tencentcloud';
      const path = 'gopath/pkg/mod/github.com/!tencent!cloud/tencentcloud-sdk-go/tencentcloud';
      const cache = 'cache/github.com/tencentcloud/tencentcloud-sdk-go-intl-en@v3.0.1/tencentcloud';
      const vendor = 'w/vendor/github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud';
      folder.write({ ...errors(home), ...errors(path), ...errors(cache), ...errors(vendor), ...errors('w/else') });
      const workspace = [join(folder.path, 'w')];
      assert.deepEqual(await foundBy({}), [home]);
      assert.deepEqual(await foundBy({ GOPATH: join(folder.path, 'gopath') }, workspace), [path, vendor]);
      assert.deepEqual(await foundBy({ GOMODCACHE: join(folder.path, 'cache') }, workspace), [cache, vendor]);
    });

    itWithLinks('finds SDKs of Python', async () => {
      const packages = 'lib/python3.12/site-packages/tencentcloud';
      const all = ['home/.local', 'home/.pyenv/versions/3.12.1', 'w/.venv', 'w/venv', 'active', 'conda'];
      all.forEach((python) => folder.write(errorcodes(`${python}/${packages}`)));
      folder.write(errorcodes('w/.venv/Lib/site-packages/tencentcloud'));
      symlinkSync(join(folder.path, 'w'), join(folder.path, 'link'));
      const env = { VIRTUAL_ENV: join(folder.path, 'active'), CONDA_PREFIX: join(folder.path, 'conda') };
      assert.deepEqual(
        await foundBy(env, [join(folder.path, 'w'), join(folder.path, 'link')]),
        [...all.map((python) => `${python}/${packages}`), 'w/.venv/Lib/site-packages/tencentcloud'].sort(),
      );
    });
  });
});
