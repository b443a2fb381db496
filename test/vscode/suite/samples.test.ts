import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { becomes, closeAll, findingsBecome, hoversOn } from './support';

/** Opens the sample of a step of the walkthrough. */
async function openSample(step: string): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('apiResponse.openSample', step);
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  assert.equal(editor.document.languageId, 'json');
  assert.equal(editor.document.uri.scheme, 'untitled');
  return editor;
}

describe('Samples of the walkthrough', () => {
  afterEach(closeAll);

  it('have a failure, whose hover says why this very call failed', async () => {
    const editor = await openSample('open');
    const said = async (): Promise<boolean[]> => {
      const hovers = await hoversOn(editor, '"AuthFailure.SignatureExpire"');
      return hovers.map(
        (each) => each.includes('Signature expired.') && each.includes("8 h ahead of the server's clock"),
      );
    };
    // The server may just be starting.
    await becomes([true], said);
    await findingsBecome(editor.document.uri, []);
  });

  it('are opened only once, with the cursor where the step begins', async () => {
    const { document } = await openSample('open');
    const again = await openSample('hover');
    assert.equal(again.document, document);
    assert.equal(
      document.getText(document.getWordRangeAtPosition(again.selection.active, /[\w.]+/)),
      'AuthFailure.SignatureExpire',
    );
  });

  it('have a malformed response with one finding and its fix', async () => {
    const { document, selection } = await openSample('fix');
    await findingsBecome(document.uri, ['6:4-6:15 Warning misspelled-member']);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      selection,
      vscode.CodeActionKind.QuickFix.value,
    );
    const [fix] = actions.filter(({ title }) => title === 'Rename "requestId" to "RequestId"');
    assert.ok(fix?.edit && (await vscode.workspace.applyEdit(fix.edit)));
    await findingsBecome(document.uri, []);
  });

  it('fill in a ticket', async () => {
    await vscode.env.clipboard.writeText('untouched');
    await openSample('ticket');
    await becomes(true, async () =>
      (await vscode.env.clipboard.readText()).includes('5e0c7a91-3b64-4d2f-9a18-c6f2d7e4b035'),
    );
    assert.match(await vscode.env.clipboard.readText(), /AuthFailure\.SignatureExpire/);
  });
});
