import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, extensionId, open, read } from './support';

describe('The installed extension', () => {
  after(closeAll);

  it('is the built VSIX, not the development folder', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension);
    const isThere = (name: string): Promise<boolean> =>
      read(vscode.Uri.joinPath(extension.extensionUri, name)).then(
        () => true,
        () => false,
      );
    assert.equal(await isThere('client/src/extension.ts'), false);
    assert.equal(await isThere('node_modules/mocha/package.json'), false);
    assert.equal(await isThere('dist/server.js'), true);
  });

  it('becomes active when a JSON document is opened', async () => {
    await open('signature-failure.json');
    const extension = vscode.extensions.getExtension(extensionId);
    await extension?.activate();
    assert.equal(extension?.isActive, true);
  });

  it('has every command of its manifest', async () => {
    const manifest = vscode.extensions.getExtension(extensionId)?.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const contributed = manifest.contributes.commands.map(({ command }) => command).sort();
    // VS Code adds some for each view.
    const registered = (await vscode.commands.getCommands(true)).filter(
      (command) => command.startsWith('apiResponse.') && !command.startsWith('apiResponse.failures.'),
    );
    assert.deepEqual(registered.sort(), contributed);
  });
});
