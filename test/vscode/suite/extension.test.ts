import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { closeAll, extensionId, open } from './support';

describe('The installed extension', () => {
  after(closeAll);

  it('is the built VSIX, not the development folder', () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension);
    assert.equal(fs.existsSync(path.join(extension.extensionPath, 'client')), false);
    assert.equal(fs.existsSync(path.join(extension.extensionPath, 'node_modules')), false);
    assert.equal(fs.existsSync(path.join(extension.extensionPath, 'dist/server.js')), true);
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
