import * as vscode from 'vscode';
import { becomes, open, uriOf, withSetting, write } from './support';
import { catalog, teapot, teapotExplained } from './teapot';

// Only under Node: nothing is outside the folder that a browser is given.
describe("The user's catalogs outside the workspace", () => {
  let editor: vscode.TextEditor;
  const explained = (): Promise<string | undefined> => teapotExplained(editor);

  before(async () => {
    await write('teapot.json', teapot);
    await write('mine.error-codes.json', catalog('Heat it.'));
    await write('../outside.error-codes.json', catalog('Outside.'));
    editor = await open('teapot.json');
  });

  after(async () => {
    const { fs } = vscode.workspace;
    await fs.delete(uriOf('teapot.json'));
    await fs.delete(uriOf('mine.error-codes.json'));
    await fs.delete(uriOf('../outside.error-codes.json'));
  });

  it('are not read if the workspace sets them', async () => {
    const outside = uriOf('../outside.error-codes.json').fsPath;
    await withSetting(editor.document, 'catalogs', [outside, 'mine.error-codes.json'], () =>
      becomes('**`Teapot.Cold`** — In teapot: Heat it.', explained),
    );
    await becomes('**`Teapot.Cold`** — Not in the list of known codes.', explained);
  });
});
