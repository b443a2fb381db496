import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import type { ClientCapabilities, CodeAction, Range, TextEdit } from 'vscode-languageserver/node';
import { LanguageServer, pulling } from '../support/languageServer';
import { rangeOf, rulesPage } from './expected';

const uri = 'file:///w/failure.json';
const text = [
  '{',
  '  "Response": {',
  '    "Error": { "Code": "InvalidInstancId", "Message": 404 },',
  '    "requestId": "r"',
  '  }',
  '}',
].join('\r\n');

const code = rangeOf(text, '"InvalidInstancId"');
const message = rangeOf(text, '404');
const name = rangeOf(text, '"requestId"');

const versioned: ClientCapabilities = { ...pulling, workspace: { workspaceEdit: { documentChanges: true } } };

describe('language server: code actions', () => {
  let server: LanguageServer | undefined;

  const start = async (capabilities: ClientCapabilities, initializationOptions?: unknown): Promise<LanguageServer> => {
    server = await LanguageServer.start({ capabilities, initializationOptions });
    await server.open(uri, text);
    return server;
  };

  afterEach(async () => {
    assert.equal(await server?.stop(), 0);
    server = undefined;
  });

  const actions = (of: LanguageServer, range: Range, context: object = {}): Promise<CodeAction[]> =>
    of.request('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [], ...context } });

  const change = (range: Range, newText: string): TextEdit => ({ range, newText });

  it('are the fixes of the finding at the cursor, with the finding', async () => {
    const open = await start(versioned);
    const diagnostics = (await open.diagnostics(uri)).filter((each) => each.code === 'misspelled-error-code');
    assert.equal(diagnostics.length, 1);
    assert.equal(diagnostics[0]?.codeDescription?.href, `${pathToFileURL(rulesPage).href}#misspelled-error-code`);
    const edit = (newText: string): object => ({
      documentChanges: [{ textDocument: { uri, version: 1 }, edits: [change(code, newText)] }],
    });
    const cursor = { start: code.end, end: code.end };
    assert.deepEqual(await actions(open, cursor, { only: ['quickfix'] }), [
      {
        title: 'Replace "InvalidInstancId" with "InvalidInstanceId"',
        kind: 'quickfix',
        diagnostics,
        edit: edit('"InvalidInstanceId"'),
      },
      {
        title: 'Replace "InvalidInstancId" with "InvalidInstance"',
        kind: 'quickfix',
        diagnostics,
        edit: edit('"InvalidInstance"'),
      },
    ]);
  });

  it('include the rule beside fixes that are not safe, since editors apply the only action there is', async () => {
    const open = await start(versioned, { commands: true });
    const titles = async (range: Range): Promise<unknown[]> =>
      (await actions(open, range, { only: ['quickfix'] })).map(({ title, command }) => command ?? title);
    assert.deepEqual(await titles(code), [
      'Replace "InvalidInstancId" with "InvalidInstanceId"',
      'Replace "InvalidInstancId" with "InvalidInstance"',
      {
        title: 'Show the rule "misspelled-error-code"',
        command: 'apiResponse.showRule',
        arguments: ['misspelled-error-code'],
      },
    ]);
    assert.deepEqual(await titles(name), ['Rename "requestId" to "RequestId"']);
  });

  it('name the version of the document after an edit', async () => {
    const open = await start(versioned);
    const version = await open.change(uri, { range: name, text: '"request_id"' });
    const [action] = await actions(open, name, { only: ['quickfix'] });
    const range = { start: name.start, end: { ...name.end, character: name.end.character + 1 } };
    assert.deepEqual(action?.edit, {
      documentChanges: [{ textDocument: { uri, version }, edits: [change(range, '"RequestId"')] }],
    });
  });

  it('apply all safe fixes', async () => {
    const open = await start(pulling);
    const edits = [change(message, '"404"'), change(name, '"RequestId"')];
    const fixAll = {
      title: 'Fix all auto-fixable problems',
      kind: 'source.fixAll.apiResponse',
      edit: { changes: { [uri]: edits } },
    };
    const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    for (const only of [['source.fixAll.apiResponse'], ['source.fixAll'], ['source']]) {
      assert.deepEqual(await actions(open, nowhere, { only }), [fixAll]);
    }
    assert.deepEqual(await actions(open, nowhere, { only: ['quickfix', 'refactor', 'source.organizeImports'] }), []);
    assert.deepEqual(await actions(open, nowhere), []);
  });

  it('insert a different RequestId each time', async () => {
    const open = await start(pulling);
    await open.change(uri, { text: '{"Response":{"Error":{"Code":"InternalError","Message":"m"}}}' });
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 99 } };
    const insert = async (): Promise<string> => {
      const [action, ...others] = await actions(open, range, { only: ['quickfix'] });
      assert.deepEqual(others, []);
      return action?.edit?.changes?.[uri]?.[0]?.newText ?? '';
    };
    const first = await insert();
    assert.match(first, /^,"RequestId":"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"$/);
    assert.notEqual(await insert(), first);
  });

  it('are not offered if diagnostics are off, or for documents that are not open', async () => {
    const open = await start(pulling, { diagnostics: { enabled: false } });
    assert.deepEqual(await actions(open, code), []);
    await open.close(uri);
    assert.deepEqual(await actions(open, code), []);
  });

  it('are not offered for rules that are off', async () => {
    const rules = { 'misspelled-error-code': 'off', 'misspelled-member': 'off', 'error-message-not-string': 'off' };
    const open = await start(pulling, { rules });
    assert.deepEqual(await actions(open, { start: code.start, end: name.end }), []);
  });
});
