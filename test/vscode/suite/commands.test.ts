import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, cursorAt, open, openUnsaved } from './support';

/** The clipboard of a test window is in memory; test/window uses the real one. */
async function copied(command: string, argument?: unknown): Promise<string> {
  await vscode.env.clipboard.writeText('untouched');
  await vscode.commands.executeCommand(command, argument);
  return vscode.env.clipboard.readText();
}

describe('Commands', () => {
  afterEach(closeAll);

  it('Copy Support Ticket fills in the only response, wherever the cursor is', async () => {
    await open('signature-failure.json');
    const ticket = await copied('apiResponse.copySupportTemplate');
    assert.match(ticket, /^RequestId: {3}ed93f3cb-f35e-473f-b9f3-0d451b8b79c6$/m);
    assert.match(ticket, /^Error code: {2}AuthFailure\.SignatureFailure \(Signature error\.\)$/m);
    assert.match(
      ticket,
      /^Message: {5}The provided credentials could not be validated\. Please ensure your signature is correct\.$/m,
    );
    assert.match(ticket, /^Found in: {4}signature-failure\.json, line 1$/m);
    assert.match(ticket, /^Local time: {2}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d\d:\d\d$/m);
    assert.match(ticket, /^UTC: {9}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/m);
    assert.match(ticket, /^What was expected:$/m);
    assert.match(ticket, /^Steps to reproduce:$/m);
  });

  it('Copy Support Ticket takes the response at the cursor', async () => {
    const editor = await open('two-responses.json');
    await cursorAt(editor, 'TotalCount');
    assert.match(
      await copied('apiResponse.copySupportTemplate'),
      /^RequestId: {3}22222222-aaaa-4bbb-8ccc-000000000002$/m,
    );
  });

  it('Copy Support Ticket names the request beside the response and takes secrets out', async () => {
    await open('with-secrets.json');
    const ticket = await copied('apiResponse.copySupportTemplate');
    assert.match(ticket, /^Product: {5}cvm$/m);
    assert.match(ticket, /^Action: {6}DescribeInstances$/m);
    assert.match(ticket, /^Region: {6}ap-guangzhou$/m);
    assert.match(ticket, /The SecretId \[removed\] is not found\. See https:\/\/example\.com\/\?\{\{requestId\}\}/);
    assert.match(ticket, /^Secrets removed from this ticket: SecretId\.$/m);
    assert.doesNotMatch(ticket, /EXAMPLE/);
  });

  it('Copy Support Ticket uses the template of the settings', async () => {
    const { document } = await open('signature-failure.json');
    const configuration = vscode.workspace.getConfiguration('apiResponse', document.uri);
    try {
      await configuration.update('supportTemplate', 'id={{requestId}} code={{code}}');
      assert.equal(
        await copied('apiResponse.copySupportTemplate'),
        'id=ed93f3cb-f35e-473f-b9f3-0d451b8b79c6 code=AuthFailure.SignatureFailure\n',
      );
    } finally {
      await configuration.update('supportTemplate', undefined);
    }
  });

  it('Copy RequestId copies only the RequestId', async () => {
    const editor = await open('two-responses.json');
    await cursorAt(editor, '"Code"');
    assert.equal(await copied('apiResponse.copyRequestId'), '11111111-aaaa-4bbb-8ccc-000000000001');
  });

  it('Copy CAM Policy Draft copies a policy for what was denied, at the cursor or at the place it is given', async () => {
    const denied = (action: string): string =>
      `{"Response": {"Error": {"Code": "UnauthorizedOperation", "Message": "you are not authorized to perform operation (${action})\\nresource (*) has no permission"}, "RequestId": "r"}}`;
    const content = `[${denied('cvm:StopInstances')}, ${denied('cbs:AttachDisks')}]`;
    const editor = await openUnsaved(content, 'json');
    const { document } = editor;
    await cursorAt(editor, 'cbs:');
    assert.deepEqual(JSON.parse(await copied('apiResponse.copyCamPolicy')), {
      version: '2.0',
      statement: [{ effect: 'allow', action: ['cbs:AttachDisks'], resource: ['*'] }],
    });
    const place = { uri: document.uri.toString(), position: document.positionAt(content.indexOf('cvm:')) };
    assert.match(await copied('apiResponse.copyCamPolicy', place), /"cvm:StopInstances"/);
  });

  it('Copy CAM Policy Draft takes secrets out, and is over before its message is answered', async () => {
    const message =
      'you are not authorized to perform operation (cos:GetObject)\\nresource (qcs::cos:ap-guangzhou:uid/1:bucket/AKIDEXAMPLEEXAMPLE/*)';
    await openUnsaved(
      `{"Response": {"Error": {"Code": "UnauthorizedOperation", "Message": "${message} has no permission"}, "RequestId": "r"}}`,
      'json',
    );
    const policy = await copied('apiResponse.copyCamPolicy');
    assert.match(policy, /\[removed\]/);
    assert.doesNotMatch(policy, /EXAMPLE/);
  });

  it('Copy CAM Policy Draft copies nothing where nothing was denied', async () => {
    await open('signature-failure.json');
    assert.equal(await copied('apiResponse.copyCamPolicy'), 'untouched');
    await open('unrelated.json');
    assert.equal(await copied('apiResponse.copyCamPolicy'), 'untouched');
  });

  it('Without a response, or without an editor, nothing is copied and nothing throws', async () => {
    await open('unrelated.json');
    assert.equal(await copied('apiResponse.copySupportTemplate'), 'untouched');
    assert.equal(await copied('apiResponse.copyRequestId'), 'untouched');
    await closeAll();
    assert.equal(await copied('apiResponse.copySupportTemplate'), 'untouched');
  });

  it('Copy Support Ticket takes the response at the place it is given, whatever is in the active editor', async () => {
    const { document } = await open('two-responses.json');
    const uri = document.uri.toString();
    const position = document.positionAt(document.getText().indexOf('TotalCount'));
    await open('signature-failure.json');
    assert.match(
      await copied('apiResponse.copySupportTemplate', { uri, position }),
      /^RequestId: {3}22222222-aaaa-4bbb-8ccc-000000000002$/m,
    );
    for (const gone of [
      { uri, position: { line: 10_000, character: 0 } },
      { uri: 'file:///not-open.json', position },
    ]) {
      assert.equal(await copied('apiResponse.copySupportTemplate', gone), 'untouched');
    }
  });

  it('Copy Support Ticket takes no notice of arguments that it does not know', async () => {
    const { document } = await open('signature-failure.json');
    const uri = document.uri.toString();
    for (const argument of [
      null,
      'signature-failure.json',
      document.uri,
      { uri },
      { uri: 7, position: { line: 0, character: 0 } },
      { uri, position: { line: '0', character: 0 } },
      { uri, position: { line: -1, character: 0 } },
      { uri, position: null },
    ]) {
      assert.match(await copied('apiResponse.copySupportTemplate', argument), /^RequestId: {3}ed93f3cb/m);
    }
  });

  it('Explain Error Code… explains the code that it is given', async () => {
    for (const [code, path] of [
      ['InternalError', '/InternalError.md'],
      [' [x](command:y) #?../z ', '/_x_command_y_.._z.md'],
      ['/x', '/_x.md'],
      ['a\ud800', '/a_.md'],
    ]) {
      await vscode.commands.executeCommand('apiResponse.explainErrorCode', code);
      const shown = vscode.workspace.textDocuments.find(
        ({ uri }) => uri.scheme === 'api-response-explanation' && uri.path === path,
      );
      assert.ok(shown?.getText().startsWith(`**\`${code?.trim()}\`** — `), shown?.getText());
    }
  });

  it('Explain Error Code… explains the failure that a lens hands over', async () => {
    const { document } = await open('signature-failure.json');
    const code = 'AuthFailure.SignatureFailure';
    const uri = document.uri.toString();
    await vscode.commands.executeCommand('apiResponse.explainErrorCode', {
      code,
      uri,
      position: { line: 0, character: 0 },
    });
    const shown = vscode.workspace.textDocuments.find(
      ({ uri: { scheme, path } }) => scheme === 'api-response-explanation' && path === `/${code}.md`,
    );
    assert.match(shown?.getText() ?? '', /\*\*RequestId:\*\* `ed93f3cb-f35e-473f-b9f3-0d451b8b79c6`$/);
  });

  it('Restart Language Server starts a server that answers', async () => {
    await open('signature-failure.json');
    await vscode.commands.executeCommand('apiResponse.restartServer');
    assert.equal(await copied('apiResponse.copyRequestId'), 'ed93f3cb-f35e-473f-b9f3-0d451b8b79c6');
  });
});
