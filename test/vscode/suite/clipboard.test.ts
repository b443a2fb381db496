import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll } from './support';

/** Copies a text, explains it, and returns the opened document, if any. */
async function explained(copied: string): Promise<string | undefined> {
  await vscode.env.clipboard.writeText(copied);
  const before = new Set(vscode.workspace.textDocuments);
  await vscode.commands.executeCommand('apiResponse.explainClipboard');
  return vscode.workspace.textDocuments
    .find((document) => !before.has(document) && document.uri.scheme === 'api-response-explanation')
    ?.getText();
}

describe('Explain Clipboard', () => {
  afterEach(closeAll);

  it('explains an exception text, with its message and RequestId', async () => {
    const text = await explained(
      '[TencentCloudSDKException] code:RequestLimitExceeded message:too many *calls* requestId:55555555-aaaa-4bbb-8ccc-000000000001',
    );
    assert.match(text ?? '', /^\*\*`RequestLimitExceeded`\*\* — /);
    assert.match(text ?? '', /^\*\*Message:\*\* too many \\\*calls\\\*$/m);
    assert.match(text ?? '', /^\*\*RequestId:\*\* `55555555-aaaa-4bbb-8ccc-000000000001`$/m);
  });

  it('explains a response, a bare code and a bare RequestId', async () => {
    assert.match(
      (await explained('{"Response":{"Error":{"Code":"InternalError","Message":"m"},"RequestId":"r"}}')) ?? '',
      /^\*\*`InternalError`\*\* — /,
    );
    assert.match((await explained('AuthFailure.SignatureExpire')) ?? '', /^\*\*`AuthFailure\.SignatureExpire`\*\* — /);
    assert.match((await explained('55555555-aaaa-4bbb-8ccc-000000000001')) ?? '', /may be a RequestId/);
  });

  it('opens nothing for any other text', async () => {
    assert.equal(await explained('remember the milk'), undefined);
  });
});
