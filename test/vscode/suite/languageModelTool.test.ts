import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, uriOf } from './support';

const failed = '{"Response": {"Error": {"Code": "InternalError", "Message": "m"}, "RequestId": "r-1"}}';

/** What the tool answers. */
async function answer(input: object, token?: vscode.CancellationToken): Promise<string> {
  const options = { input, toolInvocationToken: undefined };
  const { content } = await vscode.lm.invokeTool('explain_api_response', options, token);
  const [part, ...others] = content;
  assert.ok(part instanceof vscode.LanguageModelTextPart);
  assert.deepEqual(others, []);
  return part.value;
}

/** Runs a function while a file of the workspace has another text, which is not saved. */
async function withUnsaved(name: string, text: string, run: () => Promise<void>): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uriOf(name));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
  try {
    await run();
  } finally {
    await vscode.window.showTextDocument(document);
    await closeAll();
  }
}

describe('Language model tool', () => {
  it('is described to models', () => {
    const tool = vscode.lm.tools.find(({ name }) => name === 'explain_api_response');
    assert.match(tool?.description ?? '', /^Explains failures of Tencent Cloud API calls\./);
    assert.deepEqual(Object.keys((tool?.inputSchema as { properties: object }).properties), ['text', 'file']);
  });

  it('explains the failures in a text', async () => {
    const text = await answer({ text: failed });
    assert.match(text, /^Failure 1 of 1, line 1: InternalError\n\n- Message: m\n- RequestId: r-1\n\nInternalError — /);
    assert.match(text, /\nWhat to do\n/);
  });

  it('says what is wrong with responses', async () => {
    const text = await answer({ text: '{"Response": {"requestId": "r-1"}}' });
    assert.match(text, /\n\nFindings:\n\n- line 1, column 15: warning .* \[misspelled-member\]$/);
  });

  it('takes secrets out', async () => {
    const text = await answer({ text: failed.replace('"m"', '"SecretKey=madeUpAndNotARealKey0000001"') });
    assert.match(text, /^- Message: SecretKey=\[removed\]$/m);
  });

  it('says that nothing was found', async () => {
    const nothing = 'No API response, SDK exception, error code or RequestId was found.';
    assert.equal(await answer({ text: 'Hello world.' }), nothing);
    await withUnsaved('unrelated.json', '{}', async () =>
      assert.equal(await answer({ file: 'unrelated.json' }), nothing),
    );
  });

  for (const [what, nameOf] of Object.entries<() => string>({
    'its path in the workspace folder': () => 'signature-failure.json',
    'its path with detours': () => './nothing/../signature-failure.json',
    'its whole path': () => uriOf('signature-failure.json').path,
    'its URI': () => uriOf('signature-failure.json').toString(),
  })) {
    it(`reads a file of the workspace by ${what}`, async () => {
      assert.match(await answer({ file: nameOf() }), /^Failure 1 of 1, line \d+: AuthFailure\.SignatureFailure\n/);
    });
  }

  it('reads unsaved changes', async () => {
    await withUnsaved('unrelated.json', failed, async () =>
      assert.match(await answer({ file: 'unrelated.json' }), /^Failure 1 of 1, line 1: InternalError\n/),
    );
  });

  for (const [what, nameOf] of Object.entries<() => string>({
    'a path that leads out': () => '../outside.txt',
    'a whole path': () => '/etc/hostname',
    'a URI that leads out': () => `${uriOf('nothing').toString()}/../../outside.txt`,
    'an address': () => 'https://example.com/a.json',
    'no address': () => 'file:////x',
    'a drive': () => 'Z:\\a.json',
  })) {
    it(`refuses other files: ${what}`, async () => {
      await assert.rejects(answer({ file: nameOf() }), /is not in a folder of the workspace/);
    });
  }

  it('refuses what is no file', async () => {
    for (const file of ['nothing.json', '', '.']) {
      await assert.rejects(answer({ file }), /is not a file of the workspace that can be read/, file);
    }
  });

  it('follows no links', async function () {
    const isLink = await vscode.workspace.fs.stat(uriOf('link.txt')).then(
      ({ type }) => (type & vscode.FileType.SymbolicLink) !== 0,
      () => false,
    );
    if (!isLink) {
      this.skip();
    }
    await assert.rejects(answer({ file: 'link.txt' }), /Symbolic links are not followed/);
  });

  it('asks for a text or a file', async () => {
    for (const input of [{}, { text: failed, file: 'unrelated.json' }]) {
      await assert.rejects(answer(input), /Pass either text or file/);
    }
  });

  it('can be cancelled', async () => {
    const source = new vscode.CancellationTokenSource();
    source.cancel();
    await assert.rejects(answer({ text: failed }, source.token));
  });
});
