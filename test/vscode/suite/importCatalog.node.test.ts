import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { extensionId, uriOf, write } from './support';

/** The file that the extension saves, in the layout of desktop VS Code and of VS Code's server. */
function kept(): unknown {
  const data = process.env.VSCODE_TEST_USER_DATA ?? '';
  const storages = ['User', 'data/User'].map((folder) => path.join(data, folder, 'globalStorage', extensionId));
  const files = storages.map((storage) => path.join(storage, 'imported.error-codes.json'));
  const file = files.find((each) => fs.existsSync(each));
  return file === undefined ? undefined : JSON.parse(fs.readFileSync(file, 'utf8'));
}

// Only under Node: an SDK is installed on a disk, which no browser reads.
describe('Import Product Error Codes from SDK', () => {
  const folder = 'site-packages';

  before(async () => {
    const put = (name: string, text: string): Thenable<void> => write(`${folder}/tencentcloud/${name}`, text);
    await put('__init__.py', "__version__ = '3.1.0'\n");
    await put('teapot/v20170312/errorcodes.py', "# The tea is cold.\nFAILEDOPERATION_COLD = 'FailedOperation.Cold'\n");
    await put('kettle/v20191105/errorcodes.py', "LIMITEXCEEDED_WATER = 'LimitExceeded.Water'\n");
  });

  after(() => vscode.workspace.fs.delete(uriOf(folder), { recursive: true }));

  it('saves nothing without an SDK', async () => {
    await vscode.commands.executeCommand('apiResponse.importCatalog', uriOf('no-such-folder'));
    assert.equal(kept(), undefined);
  });

  it('saves the codes of the SDK in the given folder', async () => {
    await vscode.commands.executeCommand('apiResponse.importCatalog', uriOf(folder));
    const imported = kept() as { sdk?: { digest?: string } };
    assert.match(imported.sdk?.digest ?? '', /^[0-9a-f]{64}$/);
    delete imported.sdk?.digest;
    assert.deepEqual(imported, {
      schemaVersion: 1,
      note: 'Imported from an installed Tencent Cloud SDK, whose words the descriptions are.',
      sdk: { language: 'python', version: '3.1.0' },
      products: {
        kettle: { apiVersion: '2019-11-05', codes: { 'LimitExceeded.Water': null } },
        teapot: { apiVersion: '2017-03-12', codes: { 'FailedOperation.Cold': 'The tea is cold.' } },
      },
    });
  });
});
