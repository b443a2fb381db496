import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { becomes, eventually, findingsBecome, hoversOn, open, uriOf, withSetting } from './support';

const catalog = (description: string): string =>
  JSON.stringify({ schemaVersion: 1, product: 'teapot', codes: { 'Teapot.Cold': description } });

describe("The user's catalogs", () => {
  const file = uriOf('mine.error-codes.json');
  const response = uriOf('teapot.json');
  const write = (uri: vscode.Uri, text: string): Thenable<void> =>
    vscode.workspace.fs.writeFile(uri, Buffer.from(text));
  let editor: vscode.TextEditor;

  /** The first line of the hover on the code. */
  const explained = async (): Promise<string | undefined> => {
    const hovers = await hoversOn(editor, 'Teapot.Cold');
    return hovers.find((hover) => hover.includes('Teapot'))?.split('\n')[0];
  };

  before(async () => {
    await write(response, '{"Response": {"Error": {"Code": "Teapot.Cold", "Message": "m"}, "RequestId": "r"}}');
    await write(file, catalog('Heat it.'));
    editor = await open('teapot.json');
  });

  after(async () => {
    await vscode.workspace.fs.delete(file);
    await vscode.workspace.fs.delete(response);
  });

  it('take effect when they are set, changed, fixed and removed', () =>
    withSetting(editor.document, 'catalogs', ['mine.error-codes.json'], async () => {
      await becomes('**`Teapot.Cold`** — In teapot: Heat it.', explained);
      await write(file, catalog('Boil it.'));
      await becomes('**`Teapot.Cold`** — In teapot: Boil it.', explained);
      await write(file, '{"schemaVersion": 7}');
      await findingsBecome(file, ['0:18-0:19 Error invalid-catalog']);
      await becomes('**`Teapot.Cold`** — Not in the list of known codes.', explained);
      await write(file, catalog('Heat it.'));
      await findingsBecome(file, []);
      await becomes('**`Teapot.Cold`** — In teapot: Heat it.', explained);
    }));

  it('take effect when their folder is made together with them', () =>
    withSetting(editor.document, 'catalogs', ['made/at-once/mine.error-codes.json'], async () => {
      await becomes('**`Teapot.Cold`** — Not in the list of known codes.', explained);
      // As a checkout does: no event in between.
      const folder = uriOf('made/at-once').fsPath;
      fs.mkdirSync(folder, { recursive: true });
      fs.writeFileSync(path.join(folder, 'mine.error-codes.json'), catalog('Heat it.'));
      try {
        await becomes('**`Teapot.Cold`** — In teapot: Heat it.', explained);
      } finally {
        fs.rmSync(uriOf('made').fsPath, { recursive: true });
      }
    }));

  it('are checked while they are written, by their names alone', async () => {
    await write(file, '{"schemaVersion": 1, "codes": {"X": {"description": "x", "fault": "nobody"}}}');
    await open('mine.error-codes.json');
    const expected = 'Value is not accepted. Valid values: "caller", "account", "service", "network".';
    await eventually(vscode.languages.onDidChangeDiagnostics, () => {
      const messages = vscode.languages.getDiagnostics(file).map(({ message }) => message);
      return messages.includes(expected) ? undefined : `VS Code says of the catalog: ${messages.join(' ')}`;
    });
    await write(file, catalog('Heat it.'));
    editor = await open('teapot.json');
  });

  it('must be inside the workspace if the workspace sets them', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'catalogs-'));
    const outside = path.join(folder, 'mine.error-codes.json');
    fs.writeFileSync(outside, catalog('Outside.'));
    await withSetting(editor.document, 'catalogs', [outside, 'mine.error-codes.json'], () =>
      becomes('**`Teapot.Cold`** — In teapot: Heat it.', explained),
    );
    fs.rmSync(folder, { recursive: true });
    await becomes('**`Teapot.Cold`** — Not in the list of known codes.', explained);
  });
});
