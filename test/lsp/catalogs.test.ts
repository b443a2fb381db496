import assert from 'node:assert/strict';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ClientCapabilities, RegistrationParams } from 'vscode-languageserver/node';
import { TemporaryFolder } from '../cli/run';
import { inTime } from '../support/deadline';
import { LanguageServer, pulling, notPulling } from '../support/languageServer';
import { itWithAnyNames, itWithLinks } from '../support/system';
import { codesOf } from './expected';

const mine = (description: string): string =>
  JSON.stringify({ schemaVersion: 1, product: 'mine', codes: { 'Teapot.Cold': description } });

describe("language server: the user's catalogs", () => {
  let folder: TemporaryFolder;
  let server: LanguageServer | undefined;
  let paths: unknown = [];
  let product = '';
  /** The number of publications read so far. */
  const read = new Map<string, number>();

  beforeEach(() => {
    folder = new TemporaryFolder();
    read.clear();
    product = '';
  });

  afterEach(async () => {
    await server?.stop();
    server = undefined;
    folder.remove();
  });

  const uriOf = (name: string): string => pathToFileURL(join(folder.path, name)).href;

  const start = async (catalogs: unknown, capabilities: ClientCapabilities = pulling): Promise<LanguageServer> => {
    paths = catalogs;
    server = await LanguageServer.start({
      capabilities: { ...capabilities, workspace: { ...capabilities.workspace, configuration: true } },
      settingsOf: () => ({ catalogs: paths, product }),
      workspaceFolders: [{ uri: pathToFileURL(join(folder.path, 'w')).href, name: 'w' }],
    });
    return server;
  };

  const explained = async (code = 'Teapot.Cold'): Promise<string> => {
    const { markdown } = (await server?.request<{ markdown: string }>('apiResponse/explain', { code })) ?? {
      markdown: '',
    };
    return markdown.split('\n')[0] ?? '';
  };

  /** The next publication for a file. */
  const problems = async (name: string): Promise<string[]> => {
    const uri = uriOf(name);
    const from = read.get(uri) ?? 0;
    const diagnostics = (await server?.publishedFor(uri, undefined, from)) ?? [];
    read.set(uri, 1 + (server?.published.findIndex((each, index) => index >= from && each.uri === uri) ?? 0));
    return diagnostics.map(
      ({ range: { start: place }, code, message }) =>
        `${place.line}:${place.character} ${code} ${typeof message === 'string' ? message : message.value}`,
    );
  };

  /** The watchers that a client is asked to register. */
  const watchedBy = (catalogs: readonly string[]): Promise<RegistrationParams> =>
    new Promise((resolve) => {
      void start(catalogs, {
        ...pulling,
        workspace: { didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } },
      }).then(({ connection }) => {
        connection.onRequest('client/registerCapability', (params: RegistrationParams) => {
          // Project files are watched as well.
          if (!JSON.stringify(params).includes('.api-response.json')) {
            resolve(params);
          }
          return null;
        });
      });
    });

  it('override the built-in catalog, in whatever language they are', async () => {
    folder.write({
      'w/mine.json': mine('Heat it.'),
      'w/common.json': JSON.stringify({ schemaVersion: 1, codes: { InternalError: 'Ask Bob.' } }),
    });
    await start(['mine.json', 'common.json']);
    assert.deepEqual(await problems('w/mine.json'), []);
    assert.equal(await explained(), '**`Teapot.Cold`** — In mine: Heat it.');
    assert.equal(await explained('InternalError'), '**`InternalError`** — Ask Bob.');
  });

  it('are read again when one changes, and when the setting does', async () => {
    folder.write({ 'w/mine.json': mine('Heat it.') });
    await start(['mine.json']);
    assert.deepEqual(await problems('w/mine.json'), []);
    folder.write({ 'w/mine.json': mine('Boil it.') });
    await server?.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('w/mine.json'), type: 2 }] });
    assert.deepEqual(await problems('w/mine.json'), []);
    assert.equal(await explained(), '**`Teapot.Cold`** — In mine: Boil it.');
    paths = [];
    await server?.notify('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await problems('w/mine.json'), []);
    assert.equal(await explained(), '**`Teapot.Cold`** — Not in the list of known codes.');
  });

  for (const [title, capabilities] of [
    ['that pulls diagnostics', pulling],
    ['that does not pull them', notPulling],
  ] as const) {
    it(`have diagnostics in the file that is bad, and break nothing else, in a client ${title}`, async () => {
      folder.write({ 'w/good.json': mine('Heat it.'), 'w/bad.json': '{"schemaVersion": 2}', 'w/broken.json': '{' });
      await start(['broken.json', 'bad.json', 'good.json'], capabilities);
      const published = await Promise.all(['w/broken.json', 'w/bad.json', 'w/good.json'].map(problems));
      assert.deepEqual(published, [
        ['0:1 invalid-catalog This file is not valid JSON: none of its codes are used.'],
        ['0:18 invalid-catalog "schemaVersion" must be 1: none of the codes in this file are used.'],
        [],
      ]);
      assert.equal(await explained(), '**`Teapot.Cold`** — In mine: Heat it.');
      folder.write({ 'w/bad.json': mine('x') });
      await server?.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('w/bad.json'), type: 2 }] });
      assert.deepEqual(await problems('w/bad.json'), []);
    });
  }

  it('have diagnostics beside the others of the file, in a client that spells its URI differently', async () => {
    folder.write({ 'w/坏.json': '{"schemaVersion": 2}' });
    await start(['坏.json'], notPulling);
    assert.equal((await problems('w/坏.json')).length, 1);
    const plain = decodeURI(uriOf('w/坏.json'));
    assert.notEqual(plain, uriOf('w/坏.json'));
    await server?.open(plain, '{"Response": {"RequestId": 1}}');
    assert.deepEqual(codesOf((await server?.publishedFor(plain, 1)) ?? []), [
      'request-id-not-string',
      'invalid-catalog',
    ]);
  });

  it('are watched by a client that supports it', async () => {
    folder.write({ 'w/mine.json': mine('Heat it.') });
    const { registrations } = await watchedBy(['mine.json']);
    assert.deepEqual(
      registrations.map(({ method, registerOptions }): unknown[] => [method, registerOptions]),
      [
        [
          'workspace/didChangeWatchedFiles',
          { watchers: [{ globPattern: { baseUri: uriOf('w'), pattern: 'mine.json' } }] },
        ],
      ],
    );
  });

  itWithAnyNames('are watched before they exist, with glob characters in the name escaped', async () => {
    const { registrations } = await watchedBy(['[a]*.json', '../out.json']);
    assert.deepEqual(
      registrations.map(({ registerOptions }): unknown => registerOptions),
      [{ watchers: [{ globPattern: { baseUri: uriOf('w'), pattern: '?a??.json' } }] }],
    );
    folder.write({ 'w/[a]*.json': mine('Heat it.') });
    await server?.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('w/[a]*.json'), type: 1 }] });
    assert.deepEqual(await problems('w/[a]*.json'), []);
    assert.equal(await explained(), '**`Teapot.Cold`** — In mine: Heat it.');
  });

  it('are watched together with their folders, which may be made at the same time', async () => {
    const { registrations } = await watchedBy(['a/b/mine.json']);
    const made = (at: string, pattern: string): object => ({ globPattern: { baseUri: uriOf(at), pattern }, kind: 1 });
    assert.deepEqual(
      registrations.map(({ registerOptions }): unknown => registerOptions),
      [
        {
          watchers: [
            { globPattern: { baseUri: uriOf('w/a/b'), pattern: 'mine.json' } },
            made('w/a', 'b'),
            made('w', 'a'),
          ],
        },
      ],
    );
    folder.write({ 'w/a/b/mine.json': mine('Heat it.') });
    await server?.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('w/a'), type: 1 }] });
    assert.deepEqual(await problems('w/a/b/mine.json'), []);
    assert.equal(await explained(), '**`Teapot.Cold`** — In mine: Heat it.');
  });

  it('may begin with a byte order mark', async () => {
    folder.write({ 'w/mine.json': `\ufeff${mine('Heat it.')}` });
    await start(['mine.json']);
    assert.deepEqual(await problems('w/mine.json'), []);
    assert.equal(await explained(), '**`Teapot.Cold`** — In mine: Heat it.');
  });

  it('prefer the product of the settings', async () => {
    folder.write({
      'w/a.json': JSON.stringify({ schemaVersion: 1, product: 'one', codes: { 'Teapot.Cold': 'Of one.' } }),
      'w/b.json': JSON.stringify({ schemaVersion: 1, product: 'two', codes: { 'Teapot.Cold': 'Of two.' } }),
    });
    product = 'two';
    await start(['a.json', 'b.json']);
    assert.deepEqual(await problems('w/b.json'), []);
    assert.equal(await explained(), '**`Teapot.Cold`** — Of two.');
  });

  itWithLinks('are not found outside the workspace, except by an absolute path', async () => {
    folder.write({ 'out.json': mine('Outside.'), 'w/in.json': mine('Inside.') });
    symlinkSync(join(folder.path, 'out.json'), join(folder.path, 'w/link.json'));
    const warned: string[] = [];
    await start([]);
    server?.connection.onNotification(
      'window/showMessage',
      ({ message }: { message: string }) => void warned.push(message),
    );
    paths = ['../out.json', 'link.json', 'gone.json', '../out.json', 'in.json'];
    await server?.notify('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await problems('w/in.json'), []);
    assert.equal(await explained(), '**`Teapot.Cold`** — In mine: Inside.');
    assert.deepEqual(
      warned,
      ['../out.json', 'link.json', 'gone.json'].map(
        (path) => `apiResponse.catalogs: there is no file "${path}" in the workspace. Correct the setting.`,
      ),
    );
    paths = [join(folder.path, 'out.json')];
    await server?.notify('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await problems('out.json'), []);
    assert.equal(await explained(), '**`Teapot.Cold`** — In mine: Outside.');
  });

  it('cannot put a link into a message', async () => {
    const warned: string[] = [];
    await start([]);
    server?.connection.onNotification(
      'window/showMessage',
      ({ message }: { message: string }) => void warned.push(message),
    );
    folder.write({ 'w/in.json': mine('Inside.') });
    paths = ['[Repair](command:evil) $(bug)\u202e\n', `[${'x'.repeat(900)}](command:evil)`, 'in.json'];
    await server?.notify('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await problems('w/in.json'), []);
    assert.deepEqual(
      warned,
      ['[Repair] (command:evil) $ (bug)\\u202e', `[${'x'.repeat(199)}…`].map(
        (path) => `apiResponse.catalogs: there is no file "${path}" in the workspace. Correct the setting.`,
      ),
    );
  });

  for (const content of [
    '{"products": {"cvm": null}}',
    '{"products": {"cvm": {"codes": null}}}',
    '{"products": {"cvm": {"codes": {"A": 7}}}}',
    '{"products": {"cvm": {"codes": {"A": {"description": {}}}}}}',
    '{"products": []}',
    '{"products": null}',
    '{}',
    'null',
    '[',
  ]) {
    it(`are not harmed by a damaged import: ${content}`, async () => {
      folder.write({ 'imported.json': content });
      server = await LanguageServer.start({
        initializationOptions: { importedCatalog: join(folder.path, 'imported.json') },
      });
      const logged = new Promise<string>((resolve) =>
        server?.connection.onNotification('window/logMessage', ({ message }: { message: string }) => resolve(message)),
      );
      assert.equal(await explained('InternalError'), '**`InternalError`** — Internal error.');
      assert.equal(
        await inTime('the complaint', logged),
        'catalogs: cannot read the imported error codes; import them again.',
      );
    });
  }

  it('ignore invalid settings', async () => {
    for (const nonsense of [7, null, 'x', [7, null, {}], {}]) {
      await start(nonsense);
      assert.equal(await explained(), '**`Teapot.Cold`** — Not in the list of known codes.');
      await server?.stop();
    }
    rmSync(folder.path, { recursive: true });
    await start(['x.json']);
    assert.equal(await explained(), '**`Teapot.Cold`** — Not in the list of known codes.');
  });

  it('are read through the client in folders that only it can reach', async () => {
    const asked: string[] = [];
    paths = [];
    server = await LanguageServer.start({
      initializationOptions: { readFile: true },
      settingsOf: () => ({ catalogs: paths }),
      workspaceFolders: [{ uri: 'memory:/w', name: 'w' }],
    });
    server.connection.onRequest('apiResponse/readFile', ({ uri }: { uri: string }) => {
      asked.push(uri);
      return uri.endsWith('/mine.json') ? mine('Heat it.') : null;
    });
    paths = ['mine.json', '../mine.json'];
    await server.notify('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await server.publishedFor('memory:/w/mine.json'), []);
    assert.equal(await explained(), '**`Teapot.Cold`** — In mine: Heat it.');
    assert.deepEqual([...new Set(asked)].sort(), ['memory:/w/.api-response.json', 'memory:/w/mine.json']);
  });
});
