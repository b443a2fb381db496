import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, extensionId, findingsBecome, findingsOf, hoversOn, uriOf, write } from './support';

const malformed = '{ "Response": { "requestId": "r" } }';
const finding = '0:16-0:27 Warning misspelled-member';

const exception =
  '[TencentCloudSDKError] Code=InternalError, Message=m, RequestId=66666666-aaaa-4bbb-8ccc-000000000001\n';

const refuse = (): never => {
  throw vscode.FileSystemError.NoPermissions();
};

/** A file system that has the same file everywhere. */
class SameFile implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  constructor(private readonly text: string) {}

  stat(): vscode.FileStat {
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.text.length };
  }

  readFile(): Uint8Array {
    return new TextEncoder().encode(this.text);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  readDirectory(): never[] {
    return [];
  }

  createDirectory = refuse;
  writeFile = refuse;
  delete = refuse;
  rename = refuse;
}

async function show(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

describe('Documents of other schemes', () => {
  const subscriptions: vscode.Disposable[] = [];
  const inMemory = (path: string): vscode.Uri => vscode.Uri.from({ scheme: 'memory-of-tests', path });
  const past = (path: string): vscode.Uri => vscode.Uri.from({ scheme: 'past-of-tests', path });

  before(() => {
    subscriptions.push(
      vscode.workspace.registerFileSystemProvider('memory-of-tests', new SameFile(`${exception}${malformed}`)),
      vscode.workspace.registerFileSystemProvider('past-of-tests', new SameFile(malformed), { isReadonly: true }),
    );
  });

  after(() => subscriptions.forEach((each) => void each.dispose()));

  afterEach(closeAll);

  for (const name of ['a.log', 'a.txt', 'a.yaml', 'a.json']) {
    it(`are explained: ${name}`, async () => {
      const editor = await show(inMemory(`/folder/${name}`));
      const expected = name === 'a.json' ? 0 : 1;
      assert.equal((await hoversOn(editor, 'InternalError')).length, expected);
      assert.equal((await hoversOn(editor, 'requestId')).length, 1);
    });
  }

  it('have findings where they can be edited', async () => {
    const { document } = await show(inMemory('/folder/b.txt'));
    await findingsBecome(document.uri, [finding.replaceAll('0:', '1:')]);
  });

  it('have none where nobody can fix them, as on the old side of a comparison', async () => {
    const file = uriOf('compared.json');
    await write('compared.json', malformed);
    try {
      await vscode.commands.executeCommand('vscode.diff', past(file.path), file);
      await findingsBecome(file, [finding]);
      assert.deepEqual(findingsOf(past(file.path)), []);
      // Not twice either, where a check lists what no editor does.
      await vscode.commands.executeCommand('apiResponse.checkWorkspace');
      assert.deepEqual(findingsOf(file), [finding]);
      await closeAll();
      await findingsBecome(file, [finding]);
    } finally {
      await vscode.workspace.fs.delete(file);
      await findingsBecome(file, []);
    }
  });

  for (const [path, expected] of [
    [uriOf('logs/a.log').path, 'logs/a.log'],
    ['/home/somebody/private/a.log', 'a.log'],
  ] as const) {
    it(`have a name in tickets without their folders outside the workspace: ${expected}`, async () => {
      await show(inMemory(path));
      await vscode.commands.executeCommand('apiResponse.copySupportTemplate');
      const ticket = await vscode.env.clipboard.readText();
      assert.match(ticket, /66666666-aaaa-4bbb-8ccc-000000000001/);
      assert.match(ticket, new RegExp(`^Found in: +${expected}, line 1$`, 'm'));
    });
  }

  it('are not read if they are our own documentation, which has bad examples', async () => {
    const page = vscode.extensions.getExtension(extensionId)?.extensionUri;
    assert.ok(page);
    const editor = await show(vscode.Uri.joinPath(page, 'docs/rules.md'));
    assert.deepEqual(await hoversOn(editor, 'RequestId'), []);
    const lenses = await vscode.commands.executeCommand<unknown[]>(
      'vscode.executeCodeLensProvider',
      editor.document.uri,
    );
    assert.deepEqual(lenses, []);
  });
});
