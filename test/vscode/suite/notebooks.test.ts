import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, findingsBecome, hoversAt, hoversOn, openUnsaved } from './support';

const malformed = '{ "Response": { "requestId": "r" } }';
const finding = '0:16-0:27 Warning misspelled-member';

const handler = `from tencentcloud.common.exception import TencentCloudSDKException

def is_refused(error):
    return error.code == "AuthFailure.SignatureFailure"
`;

describe('An unsaved document', () => {
  afterEach(closeAll);

  it('is explained and checked', async () => {
    const editor = await openUnsaved(malformed, 'json');
    await findingsBecome(editor.document.uri, [finding]);
    const [hover = ''] = await hoversOn(editor, 'Response');
    assert.match(hover, /^\*\*`Response`\*\* — /);
  });
});

describe("A notebook's cells", () => {
  afterEach(closeAll);

  it('are explained and checked in the language of each', async () => {
    const cell = (text: string, language: string): vscode.NotebookCellData =>
      new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, language);
    const data = new vscode.NotebookData([cell(malformed, 'json'), cell(handler, 'python')]);
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', data);
    await vscode.window.showNotebookDocument(notebook);
    const [response, source] = notebook.getCells().map(({ document }) => document);
    assert.ok(response && source);
    await findingsBecome(response.uri, [finding]);
    const [hover = ''] = await hoversAt(source, source.positionAt(handler.indexOf('SignatureFailure')));
    assert.match(hover, /^\*\*`AuthFailure\.SignatureFailure`\*\* — Signature error\./);
  });
});
