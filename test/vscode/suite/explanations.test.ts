import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, open, openUnsaved, uriOf, withSetting, write } from './support';

const scheme = 'api-response-explanation';

/** The open page with a name, whose address contains a text. */
function pageOf(name: string, part = ''): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(
    ({ uri }) => uri.scheme === scheme && uri.path === `/${name}.md` && uri.query.includes(part),
  );
}

describe('Explanation pages', () => {
  afterEach(closeAll);

  it('are made anew when a catalog changes', async () => {
    const name = 'pages.error-codes.json';
    const catalog = (description: string): string =>
      JSON.stringify({ schemaVersion: 1, product: 'teapot', codes: { 'Teapot.Empty': description } });
    await write(name, catalog('Fill it.'));
    const { document } = await open('signature-failure.json');
    const earlier = new Set(vscode.workspace.textDocuments);
    const pagesBecome = (description: string): Promise<void> =>
      eventually(vscode.workspace.onDidChangeTextDocument, () => {
        const pages = vscode.workspace.textDocuments.filter((each) => each.uri.scheme === scheme && !earlier.has(each));
        const heads = pages.map((page) => page.getText().split('\n')[0]);
        const expected = Array<string>(2).fill(`**\`Teapot.Empty\`** — In teapot: ${description}`);
        return heads.join() === expected.join() ? undefined : `the pages begin with ${heads.join()}`;
      });
    try {
      await withSetting(document, 'catalogs', [name], async () => {
        await vscode.commands.executeCommand('apiResponse.explainErrorCode', 'Teapot.Empty');
        await vscode.env.clipboard.writeText('Teapot.Empty');
        await vscode.commands.executeCommand('apiResponse.explainClipboard');
        await pagesBecome('Fill it.');
        await write(name, catalog('Drink it.'));
        await pagesBecome('Drink it.');
      });
    } finally {
      await vscode.workspace.fs.delete(uriOf(name));
    }
  });

  it('know the product of the failure they were opened from, even when that is gone', async () => {
    const code = 'InvalidInstance.NotSupported';
    const text = `POST / HTTP/1.1\nHost: cvm.tencentcloudapi.com\n\n{"Response":{"Error":{"Code":"${code}","Message":"m"},"RequestId":"r"}}`;
    const { document } = await openUnsaved(text, 'plaintext');
    const uri = document.uri.toString();
    const explain = { code, uri, position: { line: 3, character: 0 } };
    await vscode.commands.executeCommand('apiResponse.explainErrorCode', explain);
    const page = pageOf(code, '"product":"cvm"');
    assert.match(page?.getText() ?? '', /^Product: cvm · [^]*\*\*RequestId:\*\* `r`$/m);
    const edit = new vscode.WorkspaceEdit();
    edit.delete(document.uri, new vscode.Range(0, 0, document.lineCount, 0));
    assert.ok(await vscode.workspace.applyEdit(edit));
    const other = await vscode.workspace.openTextDocument(
      vscode.Uri.from({ scheme, path: '/again.md', query: page?.uri.query ?? '' }),
    );
    assert.match(other.getText(), /^Product: cvm · /m);
    assert.doesNotMatch(other.getText(), /RequestId/);
  });

  it('link to those of related codes', async () => {
    await vscode.commands.executeCommand('apiResponse.explainErrorCode', 'AuthFailure.SignatureFailure');
    const page = pageOf('AuthFailure.SignatureFailure');
    const [, path] = /\]\((\.\.\/code\/AuthFailure\.SignatureExpire\.md)\)/.exec(page?.getText() ?? '') ?? [];
    assert.ok(page && path !== undefined);
    // The Markdown preview keeps the rest of the address of a page whose link it follows.
    const related = await vscode.workspace.openTextDocument(page.uri.with({ path: path.slice('..'.length) }));
    assert.match(related.getText(), /^\*\*`AuthFailure\.SignatureExpire`\*\* — /);
  });
});
