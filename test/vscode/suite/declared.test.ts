import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { becomes, closeAll, findingsBecome, open, uriOf, write } from './support';

describe('A document that is declared by its name', () => {
  const file = uriOf('created.api-response.json');

  before(() => write('created.api-response.json', '{\n"TotalCount":1\n}'));

  after(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(file);
  });

  it('is a response, whatever is in it', async () => {
    await open('created.api-response.json');
    await findingsBecome(file, ['0:0-0:1 Error missing-response']);
  });

  it('has all that VS Code does for JSON', async () => {
    const { document } = await open('created.api-response.json');
    assert.equal(document.languageId, 'json');
    for (const [command, ...more] of [
      ['vscode.executeFormatDocumentProvider', { tabSize: 2, insertSpaces: true }],
      ['vscode.executeDocumentSymbolProvider'],
      ['vscode.executeFoldingRangeProvider'],
    ] as const) {
      // VS Code's JSON support starts on its own time.
      await becomes(true, async () => {
        const answer = await vscode.commands.executeCommand<unknown[] | undefined>(command, file, ...more);
        return answer !== undefined && answer.length > 0;
      });
    }
  });
});
