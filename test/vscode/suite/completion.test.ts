import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseCursor } from '../../support/markers';
import { becomes, closeAll, openUnsaved, withSetting } from './support';

const inCode = '{"Response": {"Error": {"Code": "In<|>"}, "RequestId": "r"}}';

/** Opens marked text in an editor, with the cursor where it is marked. */
async function openMarked(marked: string, language = 'json'): Promise<vscode.TextEditor> {
  const { text, offset } = parseCursor(marked);
  const editor = await openUnsaved(text, language);
  const position = editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(position, position);
  return editor;
}

/** Our own completions at the cursor, without those of the editor and of JSON. */
async function offered({ document, selection }: vscode.TextEditor, resolved = 0): Promise<vscode.CompletionItem[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    selection.active,
    undefined,
    resolved,
  );
  return items.filter(
    ({ kind, detail, documentation }) =>
      (kind === vscode.CompletionItemKind.EnumMember && /^(common|many products)$/.test(detail ?? '')) ||
      (kind === vscode.CompletionItemKind.Snippet && detail === 'API Response') ||
      (kind === vscode.CompletionItemKind.Property && textOf(documentation).startsWith('**`')),
  );
}

function textOf(documentation: vscode.CompletionItem['documentation']): string {
  return typeof documentation === 'object' ? documentation.value : (documentation ?? '');
}

async function labels(editor: vscode.TextEditor): Promise<string[]> {
  return (await offered(editor)).map(({ label }) => (typeof label === 'string' ? label : label.label)).sort();
}

describe('Completion', () => {
  afterEach(closeAll);

  it('offers error codes, and explains them', async () => {
    const editor = await openMarked(inCode);
    await becomes(true, async () => (await labels(editor)).includes('AuthFailure.SignatureFailure'));
    const items = await offered(editor, 1000);
    const item = items.find(({ label }) => label === 'InternalError');
    assert.ok(item);
    assert.ok(textOf(item.documentation).startsWith('**`InternalError`** — Internal error.'));
    const begin = inCode.indexOf('In<|>');
    assert.deepEqual(item.range, new vscode.Range(0, begin, 0, begin + 2));
  });

  it('offers the members that are missing, and puts in what is chosen with its commas', async () => {
    const editor = await openMarked('{"Response": {"RequestId": "r" <|>}}');
    await becomes(['Error'], () => labels(editor));
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await becomes('{"Response": {"RequestId": "r", "Error": { "Code": "", "Message": "" }}}', async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return editor.document.getText();
    });
  });

  it('offers whole responses in an empty document', async () => {
    await becomes(['Failure response', 'Success response'], async () => labels(await openMarked('<|>', 'json')));
  });

  it('offers nothing of its own where there is no response, nor in the data of one', async () => {
    for (const [marked, language] of [
      ['{"name": "x", "scripts": {"<|>": ""}}', 'json'],
      ['{\n  "editor.tabSize": 2,\n  <|>\n}', 'jsonc'],
      ['{"Response": {"RequestId": "r", "Data": {"Code": "<|>"}}}', 'json'],
    ] as const) {
      assert.deepEqual(await labels(await openMarked(marked, language)), []);
    }
  });

  it('is turned off and on by its setting, without a reload', async () => {
    const editor = await openMarked('{"Response": {"RequestId": "r", <|>}}');
    await becomes(['Error'], () => labels(editor));
    await withSetting(editor.document, 'completion.enabled', false, () => becomes([], () => labels(editor)));
    await becomes(['Error'], () => labels(editor));
  });
});
