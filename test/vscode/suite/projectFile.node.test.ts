import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { closeAll, findingsBecome, open, uriOf } from './support';

const malformed = '{"Response": {"Error": {"Code": "Teapot.Cold", "Message": "m"}, "RequestId": 1}}';
const numeric = '0:77-0:78 Error request-id-not-string';
const unknown = '0:32-0:45 Hint unknown-error-code';

describe('A project file on a disk', () => {
  after(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(uriOf('checkout'), { recursive: true });
  });

  it('takes effect when its folder is made and removed together with it', async () => {
    const inner = uriOf('checkout');
    // As a checkout does: no event in between.
    const make = (severity: string): void => {
      fs.mkdirSync(inner.fsPath);
      fs.writeFileSync(vscode.Uri.joinPath(inner, 'x.json').fsPath, malformed);
      const content = JSON.stringify({ rules: { 'request-id-not-string': severity } });
      fs.writeFileSync(vscode.Uri.joinPath(inner, '.api-response.json').fsPath, content);
    };
    make('off');
    await open('checkout/x.json');
    const uri = uriOf('checkout/x.json');
    await findingsBecome(uri, [unknown]);
    fs.rmSync(inner.fsPath, { recursive: true });
    await findingsBecome(uri, [unknown, numeric]);
    make('hint');
    await findingsBecome(uri, [unknown, numeric.replace('Error', 'Hint')]);
  });
});
