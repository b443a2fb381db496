import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, extensionId, findingsBecome, open } from './support';

// The first suite to run: the server is still starting, or has just started.
describe('Activation', () => {
  afterEach(closeAll);

  it('lets a command run at once, which waits for the server', async () => {
    await open('signature-failure.json');
    await vscode.env.clipboard.writeText('untouched');
    await vscode.commands.executeCommand('apiResponse.copyRequestId');
    assert.equal(await vscode.env.clipboard.readText(), 'ed93f3cb-f35e-473f-b9f3-0d451b8b79c6');
  });

  it('finds what is wrong with a document that was open before', async () => {
    const { document } = await open('malformed.json');
    await vscode.extensions.getExtension(extensionId)?.activate();
    await findingsBecome(document.uri, ['2:23-2:27 Error error-code-not-string', '3:4-3:15 Warning misspelled-member']);
  });
});
