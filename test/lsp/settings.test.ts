import assert from 'node:assert/strict';
import type { ClientCapabilities } from 'vscode-languageserver/node';
import { Deferred, inTime } from '../support/deadline';
import { LanguageServer, pulling, notPulling, type StartOptions } from '../support/languageServer';
import { assertFindings, codesOf, rangeOf } from './expected';
import { seedFailure } from './seed';

const uri = 'file:///w/a.json';
const malformed = '{"Response": {"RequestId": 1}}';
const unwrapped = '{"Error": {"Code": "InternalError", "Message": "m"}, "RequestId": 1}';
const folder = { uri: 'file:///w', name: 'w' };
const time = { epoch: 0, offset: 0 };

/** Ways for settings to reach the server: how to start it, and how to change them without reopening documents. */
interface Channel {
  readonly title: string;
  start(settings: unknown, capabilities?: ClientCapabilities): StartOptions;
  change(server: LanguageServer, settings: unknown): Promise<void>;
}

let asked: unknown = {};

const channels: readonly Channel[] = [
  {
    title: 'requested',
    start: (settings, capabilities = pulling) => {
      asked = settings;
      return { capabilities, settingsOf: () => asked, workspaceFolders: [folder] };
    },
    change: (server, settings) => {
      asked = settings;
      return server.notify('workspace/didChangeConfiguration', { settings: null });
    },
  },
  {
    title: 'sent',
    start: (settings, capabilities = pulling) => ({
      capabilities,
      initializationOptions: settings,
      workspaceFolders: [folder],
    }),
    change: (server, settings) =>
      server.notify('workspace/didChangeConfiguration', { settings: { apiResponse: settings } }),
  },
];

for (const channel of channels) {
  describe(`language server: settings that are ${channel.title}`, () => {
    let server: LanguageServer;

    const start = async (settings: unknown, capabilities?: ClientCapabilities): Promise<void> => {
      server = await LanguageServer.start(channel.start(settings, capabilities));
    };

    afterEach(async () => assert.equal(await server.stop(), 0));

    it('set the severity of rules', async () => {
      await start({ rules: { 'request-id-not-string': 'hint', 'member-beside-response': 'warning' } });
      const text = '{"Response": {"RequestId": 1}, "extra": 2}';
      await server.open(uri, text);
      assertFindings(await server.diagnostics(uri), text, [
        ['request-id-not-string', 'hint', '1'],
        ['member-beside-response', 'warning', '"extra"'],
      ]);
    });

    it('turn rules off and on without reopening the document', async () => {
      await start({ rules: { 'request-id-not-string': 'off' } });
      await server.open(uri, malformed);
      assert.deepEqual(await server.diagnostics(uri), []);
      await channel.change(server, { rules: { 'request-id-not-string': 'warning' } });
      assertFindings(await server.diagnostics(uri), malformed, [['request-id-not-string', 'warning', '1']]);
      await channel.change(server, {});
      assertFindings(await server.diagnostics(uri), malformed, [['request-id-not-string', 'error', '1']]);
    });

    it('switch hovers off', async () => {
      await start({ hover: { enabled: false } });
      await server.open(uri, seedFailure);
      const { start: position } = rangeOf(seedFailure, '"AuthFailure.SignatureFailure"');
      assert.equal(await server.hover(uri, position), null);
      await channel.change(server, { hover: { enabled: true } });
      assert.notEqual(await server.hover(uri, position), null);
    });

    it('switch diagnostics off', async () => {
      await start({ diagnostics: { enabled: false } });
      await server.open(uri, malformed);
      assert.deepEqual(await server.diagnostics(uri), []);
      await channel.change(server, { diagnostics: { enabled: true } });
      assert.deepEqual(codesOf(await server.diagnostics(uri)), ['request-id-not-string']);
    });

    it('switch diagnostics and fixes in Markdown on', async () => {
      const text = `\`\`\`json\n${malformed}\n\`\`\`\n`;
      const page = 'file:///w/a.md';
      const fixes = (): Promise<unknown[]> =>
        server.request('textDocument/codeAction', {
          textDocument: { uri: page },
          range: rangeOf(text, '1'),
          context: { diagnostics: [] },
        });
      await start({});
      await server.open(page, text, 'markdown');
      assert.deepEqual(await server.diagnostics(page), []);
      assert.deepEqual(await fixes(), []);
      await channel.change(server, { diagnostics: { markdown: true } });
      assert.deepEqual(codesOf(await server.diagnostics(page)), ['request-id-not-string']);
      assert.equal((await fixes()).length, 1);
    });

    it('declare documents to be responses', async () => {
      await start({ files: { declared: ['mocks/**/*.json'] } });
      for (const [path, expected] of [
        ['mocks/deep/er/a.json', ['missing-response']],
        ['mocks/with%20blank.json', ['missing-response']],
        ['other/mocks/a.json', []],
        ['a.json', []],
      ] as const) {
        await server.open(`file:///w/${path}`, '{}');
        assert.deepEqual(codesOf(await server.diagnostics(`file:///w/${path}`)), expected, path);
      }
      await channel.change(server, { files: { declared: ['./a.json'] } });
      assert.deepEqual(await server.diagnostics('file:///w/mocks/deep/er/a.json'), []);
      assert.deepEqual(codesOf(await server.diagnostics('file:///w/a.json')), ['missing-response']);
    });

    it('ignore unreasonable globs', async () => {
      await start({ files: { declared: [7, `${'*'.repeat(1_000)}.json`, 'b.json'] } });
      await server.open('file:///w/a.json', '{}');
      await server.open('file:///w/b.json', '{}');
      assert.deepEqual(await server.diagnostics('file:///w/a.json'), []);
      assert.deepEqual(codesOf(await server.diagnostics('file:///w/b.json')), ['missing-response']);
    });

    it('recognise unwrapped responses', async () => {
      await start({ recognition: { unwrapped: true } });
      await server.open(uri, unwrapped);
      assertFindings(await server.diagnostics(uri), unwrapped, [['request-id-not-string', 'error', '1']]);
      await channel.change(server, { recognition: { unwrapped: false } });
      assert.deepEqual(await server.diagnostics(uri), []);
    });

    it('name the product and the template of tickets', async () => {
      await start({ product: 'cfw', supportTemplate: '{{product}}: {{requestId}}' });
      await server.open(uri, seedFailure);
      const params = { uri, index: 0, file: 'a.json', time };
      const requestId = 'ed93f3cb-f35e-473f-b9f3-0d451b8b79c6';
      assert.deepEqual(await server.request('apiResponse/ticket', params), {
        text: `cfw: ${requestId}\n`,
        removed: [],
      });
      await channel.change(server, { product: 'cvm', supportTemplate: '{{product}}' });
      assert.deepEqual(await server.request('apiResponse/ticket', params), { text: 'cvm\n', removed: [] });
    });

    it('may be nonsense', async () => {
      const nonsense = [
        null,
        7,
        [],
        { rules: 'off', hover: null, diagnostics: 1, files: { declared: 'x' }, recognition: [], product: {} },
        { rules: { 'request-id-not-string': 'loud', 'no-such-rule': 'error' }, files: { declared: [7, null] } },
      ];
      await start(nonsense[0]);
      await server.open(uri, malformed);
      for (const settings of nonsense) {
        await channel.change(server, settings);
        assertFindings(await server.diagnostics(uri), malformed, [['request-id-not-string', 'error', '1']]);
      }
    });

    it('push new findings when they change', async () => {
      await start({}, notPulling);
      await server.open(uri, malformed);
      assert.deepEqual(codesOf(await server.publishedFor(uri, 1)), ['request-id-not-string']);
      const from = server.published.length;
      await channel.change(server, { rules: { 'request-id-not-string': 'off' } });
      assert.deepEqual(await server.publishedFor(uri, 1, from), []);
    });
  });
}

describe('language server: settings', () => {
  let server: LanguageServer;

  afterEach(async () => assert.equal(await server.stop(), 0));

  it('may differ from document to document', async () => {
    server = await LanguageServer.start({
      settingsOf: (scope) => ({ diagnostics: { enabled: scope.endsWith('loud.json') } }),
    });
    for (const [name, expected] of [
      ['loud', ['request-id-not-string']],
      ['quiet', []],
    ] as const) {
      await server.open(`file:///w/${name}.json`, malformed);
      assert.deepEqual(codesOf(await server.diagnostics(`file:///w/${name}.json`)), expected);
    }
  });

  it('are the initial ones if the client rejects the request', async () => {
    server = await LanguageServer.start({
      initializationOptions: { rules: { 'request-id-not-string': 'hint' } },
      settingsOf: () => {
        throw new Error('no');
      },
    });
    await server.open(uri, malformed);
    assertFindings(await server.diagnostics(uri), malformed, [['request-id-not-string', 'hint', '1']]);
  });

  for (const [title, initializationOptions] of [
    ['bare', { rules: { 'request-id-not-string': 'hint' } }],
    ['in their section', { apiResponse: { rules: { 'request-id-not-string': 'hint' } } }],
  ] as const) {
    it(`are the initial ones, ${title}, if the client answers null, until it sends others`, async () => {
      server = await LanguageServer.start({ initializationOptions, settingsOf: () => null });
      await server.open(uri, malformed);
      assertFindings(await server.diagnostics(uri), malformed, [['request-id-not-string', 'hint', '1']]);
      await server.notify('workspace/didChangeConfiguration', { settings: null });
      assertFindings(await server.diagnostics(uri), malformed, [['request-id-not-string', 'hint', '1']]);
      const settings = { apiResponse: { rules: { 'request-id-not-string': 'warning' } } };
      await server.notify('workspace/didChangeConfiguration', { settings });
      assertFindings(await server.diagnostics(uri), malformed, [['request-id-not-string', 'warning', '1']]);
    });

    it(`are the initial ones, ${title}, if the client cannot be asked`, async () => {
      server = await LanguageServer.start({ initializationOptions });
      await server.open(uri, malformed);
      assertFindings(await server.diagnostics(uri), malformed, [['request-id-not-string', 'hint', '1']]);
    });
  }

  it('are not the initial ones if the client answers with others', async () => {
    server = await LanguageServer.start({
      initializationOptions: { rules: { 'request-id-not-string': 'hint' } },
      settingsOf: () => ({}),
    });
    await server.open(uri, malformed);
    assertFindings(await server.diagnostics(uri), malformed, [['request-id-not-string', 'error', '1']]);
  });

  it('refresh diagnostics when they change', async () => {
    const capabilities = { ...pulling, workspace: { diagnostics: { refreshSupport: true } } };
    server = await LanguageServer.start({ capabilities });
    const refreshed = new Deferred<null>();
    server.connection.onRequest('workspace/diagnostic/refresh', () => {
      refreshed.resolve(null);
      return null;
    });
    await server.notify('workspace/didChangeConfiguration', { settings: { apiResponse: {} } });
    await inTime('workspace/diagnostic/refresh', refreshed.promise);
  });

  for (const root of [{ rootUri: 'file:///w/%E6%A0%B9' }, { rootPath: '/w/根' }]) {
    it(`match globs relative to the ${Object.keys(root).join()} of a client without workspace folders`, async () => {
      server = await LanguageServer.start({
        ...root,
        initializationOptions: { files: { declared: ['x/a.json'] } },
      });
      for (const [file, expected] of [
        ['file:///w/根/x/a.json', ['missing-response']],
        ['file:///w/x/a.json', []],
      ] as const) {
        await server.open(file, '{}');
        assert.deepEqual(codesOf(await server.diagnostics(file)), expected, file);
      }
    });
  }

  it('match globs relative to the innermost workspace folder, even one added later', async () => {
    const capabilities = { ...pulling, workspace: { workspaceFolders: true, diagnostics: { refreshSupport: true } } };
    const folders = [folder];
    server = await LanguageServer.start({
      capabilities,
      workspaceFolders: folders,
      settingsOf: () => ({ files: { declared: ['x/a.json'] } }),
    });
    const inner = 'file:///w/inner/x/a.json';
    await server.open(inner, '{}');
    assert.deepEqual(await server.diagnostics(inner), []);
    const refreshed = new Deferred<null>();
    server.connection.onRequest('workspace/workspaceFolders', () => folders);
    server.connection.onRequest('workspace/diagnostic/refresh', () => {
      refreshed.resolve(null);
      return null;
    });
    const added = { uri: 'file:///w/inner', name: 'inner' };
    folders.push(added);
    await server.notify('workspace/didChangeWorkspaceFolders', { event: { added: [added], removed: [] } });
    await inTime('workspace/diagnostic/refresh', refreshed.promise);
    assert.deepEqual(codesOf(await server.diagnostics(inner)), ['missing-response']);
  });
});
