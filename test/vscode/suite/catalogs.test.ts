import * as vscode from 'vscode';
import { becomes, eventually, findingsBecome, hoversOn, open, uriOf, withSetting, write } from './support';

const catalog = (description: string): string =>
  JSON.stringify({ schemaVersion: 1, product: 'teapot', codes: { 'Teapot.Cold': description } });

describe("The user's catalogs", () => {
  const name = 'mine.error-codes.json';
  const file = uriOf(name);
  const response = uriOf('teapot.json');
  let editor: vscode.TextEditor;

  /** The first line of the hover on the code. */
  const explained = async (): Promise<string | undefined> => {
    const hovers = await hoversOn(editor, 'Teapot.Cold');
    return hovers.find((hover) => hover.includes('Teapot'))?.split('\n')[0];
  };

  before(async () => {
    await write('teapot.json', '{"Response": {"Error": {"Code": "Teapot.Cold", "Message": "m"}, "RequestId": "r"}}');
    await write(name, catalog('Heat it.'));
    editor = await open('teapot.json');
  });

  after(async () => {
    await vscode.workspace.fs.delete(file);
    await vscode.workspace.fs.delete(response);
  });

  it('take effect when they are set, changed, fixed and removed', () =>
    withSetting(editor.document, 'catalogs', ['mine.error-codes.json'], async () => {
      await becomes('**`Teapot.Cold`** — In teapot: Heat it.', explained);
      await write(name, catalog('Boil it.'));
      await becomes('**`Teapot.Cold`** — In teapot: Boil it.', explained);
      await write(name, '{"schemaVersion": 7}');
      await findingsBecome(file, ['0:18-0:19 Error invalid-catalog']);
      await becomes('**`Teapot.Cold`** — Not in the list of known codes.', explained);
      await write(name, catalog('Heat it.'));
      await findingsBecome(file, []);
      await becomes('**`Teapot.Cold`** — In teapot: Heat it.', explained);
    }));

  it('take effect when their folder is made together with them', () =>
    withSetting(editor.document, 'catalogs', ['made/at-once/mine.error-codes.json'], async () => {
      await becomes('**`Teapot.Cold`** — Not in the list of known codes.', explained);
      await write('made/at-once/mine.error-codes.json', catalog('Heat it.'));
      try {
        await becomes('**`Teapot.Cold`** — In teapot: Heat it.', explained);
      } finally {
        await vscode.workspace.fs.delete(uriOf('made'), { recursive: true });
      }
    }));

  it('are checked while they are written, by their names alone', async () => {
    await write(name, '{"schemaVersion": 1, "codes": {"X": {"description": "x", "fault": "nobody"}}}');
    await open('mine.error-codes.json');
    const expected = 'Value is not accepted. Valid values: "caller", "account", "service", "network".';
    await eventually(vscode.languages.onDidChangeDiagnostics, () => {
      const messages = vscode.languages.getDiagnostics(file).map(({ message }) => message);
      return messages.includes(expected) ? undefined : `VS Code says of the catalog: ${messages.join(' ')}`;
    });
    await write(name, catalog('Heat it.'));
    editor = await open('teapot.json');
  });

  it('must be inside the workspace if the workspace sets them', async () => {
    const outside = uriOf('../outside.error-codes.json');
    await write('../outside.error-codes.json', catalog('Outside.'));
    await withSetting(editor.document, 'catalogs', [outside.fsPath, 'mine.error-codes.json'], () =>
      becomes('**`Teapot.Cold`** — In teapot: Heat it.', explained),
    );
    await vscode.workspace.fs.delete(outside);
    await becomes('**`Teapot.Cold`** — Not in the list of known codes.', explained);
  });
});
