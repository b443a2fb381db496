import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { openWindow, waitFor, waitUntil, type Window } from '../embedded-vscode';

describe('a window of VS Code', function () {
  // The first use installs VS Code.
  this.timeout(300_000);

  let window: Window;
  let folder: string;

  before(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'window-smoke-'));
    fs.writeFileSync(path.join(folder, 'note.txt'), 'first line\nsecond line\n');
    window = await openWindow({ folder });
  });

  after(async () => {
    await (window as Window | undefined)?.dispose();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('runs a built-in command on an opened file', async () => {
    await window.openFile('note.txt');
    await window.goToLine(2, 8);
    await window.runCommand('Delete Line');
    await waitUntil('the line to go', async () => !(await window.editor.visibleText()).includes('second'));
    assert.match(await window.editor.visibleText(), /first line/);
  });

  it('reaches the real clipboard', async () => {
    await window.runCommand('File: Copy Relative Path of Active File');
    await waitFor(
      'the path on the clipboard',
      () => window.clipboard(),
      (text) => text === 'note.txt',
    );
  });
});
