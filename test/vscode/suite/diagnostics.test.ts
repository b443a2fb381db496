import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, findingsBecome, findingsOf, open, read, uriOf } from './support';

const malformed = ['2:23-2:27 Error error-code-not-string', '3:4-3:15 Warning misspelled-member'];

describe('Diagnostics', () => {
  afterEach(closeAll);

  it('appear when a malformed response is opened, and go with the editor', async () => {
    const { document } = await open('malformed.json');
    await findingsBecome(document.uri, malformed);
    await closeAll();
    await findingsBecome(document.uri, []);
  });

  it('follow every edit', async () => {
    const editor = await open('malformed.json');
    const { uri } = editor.document;
    await findingsBecome(uri, malformed);
    await editor.edit((edit) => edit.replace(new vscode.Range(3, 5, 3, 14), 'RequestId'));
    await findingsBecome(uri, malformed.slice(0, 1));
    await editor.edit((edit) => edit.replace(new vscode.Range(2, 23, 2, 27), '"InternalError"'));
    await findingsBecome(uri, []);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await findingsBecome(uri, malformed);
  });

  it('link to the section of their rule in the installed page, rendered', async () => {
    const { document } = await open('malformed.json');
    await findingsBecome(document.uri, malformed);
    const [first] = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'api-response');
    const code = first?.code as { value: string; target: vscode.Uri };
    assert.equal(code.target.toString(true), 'command:apiResponse.showRule?["error-code-not-string"]');
    await vscode.commands.executeCommand(code.target.path, 'error-code-not-string');
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(input instanceof vscode.TabInputCustom);
    assert.equal(input.viewType, 'vscode.markdown.preview.editor');
    assert.equal(input.uri.fragment, 'error-code-not-string');
    assert.match(await read(input.uri.with({ fragment: '' })), /^## error-code-not-string$/m);
  });

  it('obey a changed severity without a reload', async () => {
    const { document } = await open('malformed.json');
    await findingsBecome(document.uri, malformed);
    const configuration = vscode.workspace.getConfiguration('apiResponse', document.uri);
    try {
      await configuration.update('rules', { 'misspelled-member': 'off', 'error-code-not-string': 'hint' });
      await findingsBecome(document.uri, ['2:23-2:27 Hint error-code-not-string']);
    } finally {
      await configuration.update('rules', undefined);
    }
    await findingsBecome(document.uri, malformed);
  });

  it('report invalid JSON Lines, which VS Code does not', async () => {
    const { document } = await open('broken.jsonl');
    await findingsBecome(document.uri, ['1:65-1:65 Error invalid-json']);
  });

  it('leave well-formed and unrelated documents untouched', async () => {
    await open('signature-failure.json');
    await open('unrelated.json');
    const { document } = await open('malformed.json');
    await findingsBecome(document.uri, malformed);
    assert.deepEqual(findingsOf(uriOf('signature-failure.json')), []);
    assert.deepEqual(vscode.languages.getDiagnostics(uriOf('unrelated.json')), []);
  });
});
