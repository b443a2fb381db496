import assert from 'node:assert/strict';
import type {
  ClientCapabilities,
  CodeLens,
  DocumentSymbol,
  InlayHint,
  Range,
  SymbolInformation,
} from 'vscode-languageserver/node';
import { Deferred, inTime } from '../support/deadline';
import { LanguageServer, pulling, type StartOptions } from '../support/languageServer';
import { rangeOf } from './expected';
import { seedFailure, seedSuccess } from './seed';

const uri = 'file:///w/a.json';
const lines = 'file:///w/a.jsonl';
const everything: Range = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
const first: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const code = 'AuthFailure.SignatureFailure';
const meaning = 'Signature error';
const details = 'caller · retry after fixing';

describe('language server: code lenses, inlay hints, symbols', () => {
  let server: LanguageServer;

  const start = async (options: StartOptions = {}): Promise<void> => {
    server = await LanguageServer.start(options);
    await server.open(uri, seedFailure);
  };
  const lenses = (of = uri): Promise<CodeLens[]> =>
    server.request('textDocument/codeLens', { textDocument: { uri: of } });
  const hints = (of = uri, range = everything): Promise<InlayHint[]> =>
    server.request('textDocument/inlayHint', { textDocument: { uri: of }, range });
  const symbols = (of: string): Promise<DocumentSymbol[] | SymbolInformation[]> =>
    server.request('textDocument/documentSymbol', { textDocument: { uri: of } });

  afterEach(async () => assert.equal(await server.stop(), 0));

  it('have lenses with commands if the client implements them', async () => {
    await start({ initializationOptions: { commands: true } });
    const explain = { command: 'apiResponse.explainErrorCode', arguments: [{ code, uri, position: first.start }] };
    assert.deepEqual(await lenses(), [
      { range: first, command: { title: meaning, ...explain } },
      {
        range: first,
        command: {
          title: 'Copy Support Ticket',
          command: 'apiResponse.copySupportTemplate',
          arguments: [{ uri, position: first.start }],
        },
      },
      { range: first, command: { title: details, ...explain } },
    ]);
  });

  it('have lenses without commands otherwise', async () => {
    for (const initializationOptions of [undefined, null, [], { commands: 'true' }, { commands: false }]) {
      await start({ initializationOptions });
      assert.deepEqual(await lenses(), [{ range: first, command: { title: `${meaning} · ${details}`, command: '' } }]);
      await server.stop();
    }
    await start();
  });

  it('have hints after the codes in the requested range', async () => {
    await start({ initializationOptions: { inlayHints: { enabled: true } } });
    const range = rangeOf(seedFailure, `"${code}"`);
    const [hint, ...others] = await hints();
    assert.deepEqual(others, []);
    const tooltip = hint?.tooltip;
    assert.deepEqual(hint, { position: range.end, label: 'Signature error', tooltip, paddingLeft: true });
    assert.ok(typeof tooltip === 'object' && tooltip.kind === 'markdown');
    assert.ok(tooltip.value.startsWith(`**\`${code}\`** — Signature error.`));
    assert.deepEqual(await hints(uri, rangeOf(seedFailure, '"Code"')), []);
    assert.deepEqual(await hints(uri, { start: range.end, end: range.end }), [hint]);
  });

  it('have symbols in languages that editors do not outline themselves', async () => {
    await start();
    const text = `${JSON.stringify(JSON.parse(seedFailure))}\n${JSON.stringify(JSON.parse(seedSuccess))}\n`;
    const [failure = '', success = ''] = text.split('\n');
    for (const languageId of ['jsonl', 'log', 'plaintext', 'http']) {
      await server.open(lines, text, languageId);
      assert.deepEqual(await symbols(lines), [
        {
          name: code,
          detail: 'ed93f3cb-f35e-473f-b9f3-0d451b8b79c6',
          kind: 24,
          range: rangeOf(text, failure),
          selectionRange: rangeOf(text, `"${code}"`),
        },
        {
          name: 'Success',
          detail: 'b5b41468-520d-4192-b42f-595cc34b6c1c',
          kind: 19,
          range: rangeOf(text, success),
          selectionRange: rangeOf(text, '"b5b41468-520d-4192-b42f-595cc34b6c1c"'),
        },
      ]);
      await server.close(lines);
    }
    for (const languageId of ['json', 'jsonc']) {
      await server.open(lines, seedFailure, languageId);
      assert.deepEqual(await symbols(lines), []);
      await server.close(lines);
    }
  });

  it('show nothing in unrelated documents', async () => {
    await start({ initializationOptions: { commands: true, inlayHints: { enabled: true } } });
    const manifest = 'file:///w/package.json';
    await server.open(manifest, '{"name": "x", "Error": {"Code": "InternalError"}, "RequestId": "r"}');
    for (const other of [manifest, 'file:///w/never-opened.json']) {
      assert.deepEqual(await lenses(other), []);
      assert.deepEqual(await hints(other), []);
      assert.deepEqual(await symbols(other), []);
    }
  });

  it('are turned off and on, each by its own setting', async () => {
    let settings: unknown = {};
    await start({ settingsOf: () => settings });
    await server.open(lines, JSON.stringify(JSON.parse(seedFailure)), 'jsonl');
    const change = async (changed: unknown): Promise<[number, number, number]> => {
      settings = changed;
      await server.notify('workspace/didChangeConfiguration', { settings: null });
      return [(await lenses(lines)).length, (await hints(lines)).length, (await symbols(lines)).length];
    };
    const [on, off] = [{ enabled: true }, { enabled: false }];
    assert.deepEqual(await change({}), [1, 0, 1]);
    assert.deepEqual(await change({ codeLens: off }), [0, 0, 1]);
    assert.deepEqual(await change({ inlayHints: on }), [1, 1, 1]);
    assert.deepEqual(await change({ symbols: off, inlayHints: off }), [1, 0, 0]);
    assert.deepEqual(await change({ codeLens: on, inlayHints: on, symbols: on }), [1, 1, 1]);
    assert.deepEqual(await change({ codeLens: 'off', inlayHints: 1, symbols: null }), [1, 0, 1]);
  });

  it('are refreshed when settings change, in clients that support it', async () => {
    const workspace: ClientCapabilities['workspace'] = {
      codeLens: { refreshSupport: true },
      inlayHint: { refreshSupport: true },
    };
    await start({ capabilities: { ...pulling, workspace } });
    for (const change of [1, 2]) {
      const refreshed = ['workspace/codeLens/refresh', 'workspace/inlayHint/refresh'].map((method) => {
        const asked = new Deferred<null>();
        server.connection.onRequest(method, () => {
          asked.resolve(null);
          return null;
        });
        return inTime(`${method}, change ${change}`, asked.promise);
      });
      await server.notify('workspace/didChangeConfiguration', { settings: { apiResponse: {} } });
      await Promise.all(refreshed);
    }
  });

  it('are not refreshed in other clients', async () => {
    await start();
    const asked: string[] = [];
    for (const method of ['workspace/codeLens/refresh', 'workspace/inlayHint/refresh']) {
      server.connection.onRequest(method, () => {
        asked.push(method);
        return null;
      });
    }
    await server.notify('workspace/didChangeConfiguration', { settings: { apiResponse: {} } });
    await lenses();
    assert.deepEqual(asked, []);
  });
});
