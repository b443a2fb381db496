import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, findingsBecome, open } from './support';

const malformed = ['2:23-2:27 Error error-code-not-string', '3:4-3:15 Warning misspelled-member'];

describe('Quick fixes', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeAll();
  });

  it('remove the finding they are offered for', async () => {
    const { document } = await open('malformed.json');
    await findingsBecome(document.uri, malformed);
    const before = document.getText();
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(3, 6, 3, 6),
      vscode.CodeActionKind.QuickFix.value,
    );
    const own = actions.filter(({ title }) => title === 'Rename "requestId" to "RequestId"');
    assert.equal(own.length, 1);
    assert.equal(own[0]?.isPreferred, true);
    assert.ok(own[0].edit && (await vscode.workspace.applyEdit(own[0].edit)));
    assert.equal(document.getText(), before.replace('"requestId"', '"RequestId"'));
    await findingsBecome(document.uri, malformed.slice(0, 1));
  });

  it('that are safe are applied together by the command of VS Code', async () => {
    const { document } = await open('malformed.json');
    await findingsBecome(document.uri, malformed);
    const before = document.getText();
    await vscode.commands.executeCommand('editor.action.sourceAction', {
      kind: 'source.fixAll.apiResponse',
      apply: 'first',
    });
    // The code is now a string, but unknown.
    await findingsBecome(document.uri, ['2:23-2:29 Hint unknown-error-code']);
    assert.equal(document.getText(), before.replace('4100', '"4100"').replace('"requestId"', '"RequestId"'));
  });
});
