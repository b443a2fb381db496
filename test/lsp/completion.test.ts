import assert from 'node:assert/strict';
import type { ClientCapabilities, CompletionItem, CompletionList } from 'vscode-languageserver/node';
import { builtinCatalog } from '../../server/src/data/builtinData';
import { LanguageServer, pulling, type StartOptions } from '../support/languageServer';
import { parseCursor } from '../support/markers';
import { positionOf } from './expected';

const uri = 'file:///w/a.json';
const folder = { uri: 'file:///w', name: 'w' };
const snippets: ClientCapabilities = {
  textDocument: { completion: { completionItem: { snippetSupport: true } }, diagnostic: {} },
};
const inCode = '{"Response": {"Error": {"Code": "In<|>"}, "RequestId": "r"}}';

/** No response contains the codes of SDKs. */
const allCodes = builtinCatalog()
  .codes()
  .flatMap(({ code, scope }) => (scope === 'sdk' ? [] : [code]));

const itemsOf = (found: CompletionItem[] | CompletionList): CompletionItem[] =>
  Array.isArray(found) ? found : found.items;

describe('language server: completion', () => {
  let server: LanguageServer;

  const start = async (options: StartOptions = {}): Promise<void> => {
    server = await LanguageServer.start(options);
  };

  /** Opens a document and returns the completions at the cursor. */
  const completions = async (marked: string, languageId = 'json', of = uri): Promise<CompletionItem[]> => {
    const { text, offset } = parseCursor(marked);
    await server.open(of, text, languageId);
    const position = positionOf(text, offset);
    const found = await server.request<CompletionItem[] | CompletionList>('textDocument/completion', {
      textDocument: { uri: of },
      position,
    });
    await server.close(of);
    return itemsOf(found);
  };
  const labels = async (marked: string, languageId?: string, of?: string): Promise<string[]> =>
    (await completions(marked, languageId, of)).map(({ label }) => label);

  afterEach(async () => assert.equal(await server.stop(), 0));

  for (const [documentationFormat, kind] of [
    [['plaintext'], 'plaintext'],
    [['plaintext', 'markdown'], 'markdown'],
    [undefined, 'markdown'],
  ] as const) {
    it(`is documented in ${kind} for a client that renders ${documentationFormat?.join(', ')}`, async () => {
      const completionItem = documentationFormat ? { documentationFormat: [...documentationFormat] } : {};
      await start({ capabilities: { textDocument: { completion: { completionItem } } } });
      const [code] = (await completions(inCode)).filter(({ label }) => label === 'InternalError');
      const resolved = await server.request<CompletionItem>('completionItem/resolve', code);
      const [member] = await completions('{"Response": {"Error": {"Code": "x", <|>}, "RequestId": "r"}}');
      const begins = {
        plaintext: ['InternalError — ', 'Message — '],
        markdown: ['**`InternalError`** — ', '**`Message`** — '],
      };
      assert.deepEqual(
        [resolved, member].map((item, index) => {
          assert.ok(typeof item?.documentation === 'object');
          const begin = begins[kind][index] ?? '';
          return [item.documentation.kind, item.documentation.value.slice(0, begin.length)];
        }),
        begins[kind].map((begin) => [kind, begin]),
      );
    });
  }

  it('offers all codes, and explains one on resolve', async () => {
    await start();
    const items = await completions(inCode);
    assert.deepEqual(
      items.map(({ label }) => label),
      allCodes,
    );
    const item = items.find(({ label }) => label === 'InternalError');
    const begin = inCode.indexOf('In<|>');
    assert.deepEqual(item, {
      label: 'InternalError',
      kind: 20,
      detail: 'common',
      sortText: '0 InternalError',
      textEdit: {
        range: { start: { line: 0, character: begin }, end: { line: 0, character: begin + 2 } },
        newText: 'InternalError',
      },
      data: { code: 'InternalError', product: '' },
    });
    const { documentation, ...rest } = await server.request<CompletionItem>('completionItem/resolve', item);
    assert.deepEqual(rest, item);
    assert.ok(typeof documentation === 'object' && documentation.kind === 'markdown');
    assert.ok(documentation.value.startsWith('**`InternalError`** — Internal error.'));
  });

  it('offers members as snippets to clients that support them, else as text', async () => {
    const newTexts = async (): Promise<unknown[]> =>
      (await completions('{"Response": {"Error": {<|>}, "RequestId": "r"}}')).map((item) => [
        item.label,
        item.textEdit?.newText,
        item.insertTextFormat,
      ]);
    await start({ capabilities: snippets });
    assert.deepEqual(await newTexts(), [
      ['Code', '"Code": "$1"', 2],
      ['Message', '"Message": "$1"', 2],
    ]);
    await server.stop();
    await start();
    assert.deepEqual(await newTexts(), [
      ['Code', '"Code": ""', undefined],
      ['Message', '"Message": ""', undefined],
    ]);
  });

  it('offers a whole response with a RequestId of its own each time', async () => {
    await start();
    const ids: string[] = [];
    for (const languageId of ['json', 'jsonc', 'jsonl']) {
      const items = await completions('<|>', languageId);
      assert.deepEqual(
        items.map(({ label }) => label),
        ['Success response', 'Failure response'],
      );
      for (const { textEdit } of items) {
        const { Response } = JSON.parse(textEdit?.newText ?? '') as { Response: { RequestId: string } };
        assert.match(Response.RequestId, /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
        ids.push(Response.RequestId);
      }
    }
    assert.equal(new Set(ids).size, 6);
  });

  it('knows which documents are declared', async () => {
    await start({ initializationOptions: { files: { declared: ['mocks/*.json'] } }, workspaceFolders: [folder] });
    const expected = ['Response', 'Success response', 'Failure response'];
    assert.deepEqual(await labels('{<|>}', 'json', 'file:///w/mocks/a.json'), expected);
    assert.deepEqual(await labels('{<|>}', 'json', 'file:///w/a.api-response.json'), expected);
    assert.deepEqual(await labels('{<|>}', 'json', 'file:///w/a.json'), []);
  });

  it('offers nothing in unrelated documents or in payloads', async () => {
    await start();
    for (const [marked, languageId] of [
      ['{"name": "x", "scripts": {"<|>": ""}}'],
      ['{\n  // mine\n  "editor.tabSize": <|>\n}', 'jsonc'],
      ['{"Error": {"Code": "<|>"}, "RequestId": "r"}'],
      ['{"Response": {"Data": {"Code": "<|>"}, "RequestId": "r"}}'],
      ['{"Response": {"Data": {<|>}, "RequestId": "r"}}'],
      [inCode, 'http'],
      [inCode, 'log'],
      [inCode, 'yaml'],
      ['<|>', 'plaintext'],
    ] as const) {
      assert.deepEqual(await labels(marked, languageId), [], marked);
    }
  });

  it('is switched off and on by its setting', async () => {
    let settings: unknown = { completion: { enabled: false } };
    await start({ settingsOf: () => settings, capabilities: pulling });
    const { text, offset } = parseCursor(inCode);
    await server.open(uri, text);
    const params = { textDocument: { uri }, position: positionOf(text, offset) };
    const count = async (): Promise<number> =>
      itemsOf(await server.request<CompletionItem[] | CompletionList>('textDocument/completion', params)).length;
    assert.equal(await count(), 0);
    settings = {};
    await server.notify('workspace/didChangeConfiguration', { settings: null });
    assert.ok((await count()) > 0);
  });

  it('follows the text as it is typed', async () => {
    await start();
    await server.open(uri, '{"Response": {"RequestId": "r", }}');
    let text = '{"Response": {"RequestId": "r", ';
    for (const [typed, expected] of [
      ['"', ['Error']],
      ['Error', ['Error']],
      ['": {', ['Code', 'Message']],
      ['"Code": ', allCodes],
      ['"Internal', allCodes],
      ['Error", ', ['Message']],
      ['"Message": "', []],
    ] as const) {
      const position = positionOf(text, text.length);
      await server.change(uri, { range: { start: position, end: position }, text: typed });
      text += typed;
      const found = await server.request<CompletionItem[] | CompletionList>('textDocument/completion', {
        textDocument: { uri },
        position: positionOf(text, text.length),
      });
      assert.deepEqual(
        itemsOf(found).map(({ label }) => label),
        expected,
        text,
      );
    }
  });
});
