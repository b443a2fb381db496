import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { waitFor } from '../embedded-vscode';
import { openProduct, type ProductWindow } from './support';

const notAString = '"Code" must be a string, not a number. api-response error-code-not-string [Ln 3, Col 24]';
const misspelled =
  'This member must be spelled "RequestId": names have to match exactly. api-response misspelled-member [Ln 4, Col 5]';
const missing =
  'This document is declared an API response, but has no object under "Response". api-response missing-response [Ln 1, Col 1]';

/** The settings of the workspace. Any workspace may set the rule, which shows that the rest was read too. */
const workspaceSettings = {
  'apiResponse.rules': { 'misspelled-member': 'off' },
  'apiResponse.supportTemplate': 'set by the workspace: {{code}}, {{product}}',
  'apiResponse.product': 'teapot',
  'apiResponse.files.declared': ['declared.json'],
};

describe('In a folder that is not trusted', function () {
  this.timeout(300_000);

  let product: ProductWindow;

  before(async () => {
    product = await openProduct({ trust: false });
    fs.writeFileSync(path.join(product.folder, 'declared.json'), '{}\n');
  });

  after(async () => {
    await product.dispose();
  });

  /** All findings of the open documents, once they are as expected. */
  async function problemsBecome(what: string, passes: (all: readonly string[]) => boolean): Promise<void> {
    await waitFor(what, () => product.window.problems(), passes);
  }

  async function ticket(): Promise<string> {
    const { window } = product;
    await window.openFile('signature-failure.json');
    await window.runCommand('Tencent Cloud API: Copy Support Ticket');
    await window.messages.waitForNotification(/Support ticket/);
    await window.runCommand('Notifications: Clear All Notifications');
    return window.clipboard();
  }

  it('hover, findings and settings that are harmless work', async () => {
    const { window } = product;
    await window.openFile('declared.json');
    await window.openFile('malformed.json');
    await problemsBecome('both findings', (all) => all.join() === [notAString, misspelled].join());
    fs.mkdirSync(path.join(product.folder, '.vscode'));
    fs.writeFileSync(path.join(product.folder, '.vscode/settings.json'), JSON.stringify(workspaceSettings));
    await problemsBecome('the finding that the workspace leaves', (all) => all.join() === notAString);
    await window.openFile('signature-failure.json');
    assert.match(await window.hoverText('AuthFailure.SignatureFailure'), /Signature error/);
  });

  it("the workspace's template, product and globs are ignored", async () => {
    const text = await ticket();
    assert.match(text, /^RequestId: {3}ed93f3cb-f35e-473f-b9f3-0d451b8b79c6$/m);
    assert.match(text, /^Product: {5}\(please fill in\)$/m);
    assert.deepEqual(await product.window.problems(), [notAString]);
  });

  it('all apply once the folder is trusted', async () => {
    await product.window.grantTrust();
    await problemsBecome(
      'the finding of the declared document',
      (all) => all.length === 2 && all.includes(notAString) && all.includes(missing),
    );
    assert.equal(await ticket(), 'set by the workspace: AuthFailure.SignatureFailure, teapot\n');
    assert.match(await product.window.hoverText('AuthFailure.SignatureFailure'), /Signature error/);
  });
});
