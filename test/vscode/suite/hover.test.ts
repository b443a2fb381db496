import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, hoversOn, open } from './support';

describe('Hover', () => {
  after(closeAll);

  it("explains the code of the specification's failing response", async () => {
    const [content, ...others] = await hoversOn(await open('signature-failure.json'), '"AuthFailure.SignatureFailure"');
    assert.deepEqual(others, []);
    const lines = (content ?? '').split('\n');
    assert.equal(lines[0], '**`AuthFailure.SignatureFailure`** — Signature error.');
    assert.equal(lines[2], 'Common code · Fault: caller · Retry: after fixing');
    assert.match(
      content ?? '',
      /\*\*What to do\*\*\n\n1\. .+\n2\. .+\n3\. .+\n\n\*\*Likeliest causes\*\*\n\n- .+\n- .+\n- .+\n\n/,
    );
    assert.match(content ?? '', / · \[Documentation\]\(https:\/\/www\.tencentcloud\.com\/document\/[^)]+\)$/);
  });

  it('links to the whole explanation of this very failure, and runs no other command', async () => {
    const { document } = await open('signature-failure.json');
    const position = document.positionAt(document.getText().indexOf('"AuthFailure.SignatureFailure"'));
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    );
    const [content] = (hover?.contents ?? []) as vscode.MarkdownString[];
    assert.deepEqual(content?.isTrusted, { enabledCommands: ['apiResponse.explainErrorCode'] });
    assert.ok(content.supportHtml !== true);
    const [, command = '', query = ''] = /\[More\]\(command:([\w.]+)\?([^)]*)\)/.exec(content.value) ?? [];
    const code = 'AuthFailure.SignatureFailure';
    const place = { uri: document.uri.toString(), position: { line: position.line, character: position.character } };
    const commandArguments = JSON.parse(decodeURIComponent(query)) as unknown[];
    assert.deepEqual(commandArguments, [{ code, ...place }]);
    await vscode.commands.executeCommand(command, ...commandArguments);
    const page = vscode.workspace.textDocuments.find(
      ({ uri }) => uri.path === `/${code}.md` && uri.query === JSON.stringify({ code, place }),
    );
    assert.match(page?.getText() ?? '', /^5\. [^]*\*\*RequestId:\*\* `ed93f3cb-f35e-473f-b9f3-0d451b8b79c6`$/m);
  });

  for (const name of ['Response', 'Error', 'Code', 'Message', 'RequestId']) {
    it(`says what ${name} is for`, async () => {
      const hovers = await hoversOn(await open('signature-failure.json'), `"${name}"`);
      assert.equal(hovers.length, 1);
      assert.ok(hovers[0]?.startsWith(`**\`${name}\`** — `), hovers[0]);
    });
  }

  it('has nothing to say in a document of another vendor', async () => {
    const editor = await open('unrelated.json');
    assert.deepEqual(await hoversOn(editor, '"AuthFailure.SignatureFailure"'), []);
    assert.deepEqual(await hoversOn(editor, '"RequestId"'), []);
  });
});
