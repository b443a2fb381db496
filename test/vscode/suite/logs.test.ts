import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, cursorAt, hoversOn, open } from './support';

describe('Logs', () => {
  afterEach(closeAll);

  for (const [code, description] of [
    ['InvalidParameterValue.InstanceTypeNotSupported', 'Judging by the name: `InstanceType` is not supported here.'],
    ['RequestLimitExceeded', 'The number of requests exceeds the frequency limit.'],
    ['UnauthorizedOperation', 'Unauthorized operation.'],
  ] as const) {
    it(`have ${code} explained where it stands`, async () => {
      const editor = await open('deploy.log');
      assert.equal(editor.document.languageId, 'log');
      const [hover, ...others] = await hoversOn(editor, code);
      assert.deepEqual(others, []);
      assert.ok(hover?.startsWith(`**\`${code}\`** — ${description}`), hover);
    });
  }

  it('give the RequestId of the exception at the cursor', async () => {
    const editor = await open('deploy.log');
    await cursorAt(editor, 'code:UnauthorizedOperation');
    await vscode.commands.executeCommand('apiResponse.copyRequestId');
    assert.equal(await vscode.env.clipboard.readText(), '33333333-aaaa-4bbb-8ccc-000000000003');
  });
});
