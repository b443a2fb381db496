import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { goSdk } from '../support/sdkTree';
import { openProduct, type ProductWindow } from './support';

describe('Import Product Error Codes from SDK, in a real window', function () {
  this.timeout(300_000);

  let product: ProductWindow;

  before(async () => {
    product = await openProduct();
    const sdk = 'vendor/github.com/tencentcloud/tencentcloud-sdk-go';
    for (const [name, text] of Object.entries(goSdk(sdk))) {
      const path = join(product.folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  });

  after(async () => {
    await product.dispose();
  });

  it('finds the SDK of the workspace, asks for the products with all preselected, and reports the result', async () => {
    const { window } = product;
    await window.runCommand('Tencent Cloud API: Import Product Error Codes from SDK…');
    assert.ok((await window.quick.items()).includes('Choose a Folder…'));
    assert.equal(await window.quick.placeholder(), 'Which SDK?');
    await window.pick('Go unknown');
    await window.quick.chosen(['kettle', 'teapot']);
    await window.quick.accept();
    const toast = await window.messages.waitForNotification(/^Imported/);
    assert.equal(toast, 'Imported 4 error codes for 2 products from SDK unknown.');
  });
});
