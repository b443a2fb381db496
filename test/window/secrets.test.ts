import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { waitFor } from '../embedded-vscode';
import { hash, id, key, leak, secrets, token } from '../support/secrets';
import { openProduct, type ProductWindow } from './support';

const requestId = '55555555-aaaa-4bbb-8ccc-000000000005';
const texts = Object.values(secrets).flat();

/** A failed call as a proxy might record it: secrets in the wrapper, in headers, in the message and in the code. */
const call = {
  request: {
    url: `https://cvm.tencentcloudapi.com/?Action=DescribeZones&SecretId=${id}&Signature=${hash}`,
    headers: {
      Host: 'cvm.tencentcloudapi.com',
      Authorization: `TC3-HMAC-SHA256 Credential=${id}/2025-10-30/cvm/tc3_request, SignedHeaders=host, Signature=${hash}`,
      'X-TC-Action': 'DescribeZones',
      'X-TC-Token': token,
    },
    credential: { secretId: id, secretKey: key, token },
    notes: texts,
  },
  body: {
    Response: {
      Error: { Code: `AuthFailure.SecretIdNotFound.${id}`, Message: texts.join('\n') },
      RequestId: requestId,
    },
  },
};

const document = JSON.stringify(call, undefined, 2);

describe('Secrets in a document', function () {
  this.timeout(300_000);

  let product: ProductWindow;
  let logs: string;
  const said: string[] = [];

  before(async () => {
    product = await openProduct({ settings: { 'apiResponse.trace.server': 'verbose' } });
    product.window.page.on('console', (message) => said.push(message.text()));
    fs.writeFileSync(path.join(product.folder, 'call.json'), document);
    await product.window.openFile('call.json');
    logs = product.window.logs;
  });

  after(async () => {
    await product.dispose();
  });

  /** The logs of VS Code and its extensions so far, by path. */
  function logged(): [file: string, text: string][] {
    return fs
      .readdirSync(logs, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(logs, file), fs.readFileSync(file, 'utf8')]);
  }

  function outputChannel(): string {
    return logged().find(([file]) => path.basename(file) === 'API Response.log')?.[1] ?? '';
  }

  it('are more than thirty, of every kind', () => {
    assert.ok(texts.length > 30);
    assert.ok(texts.every((text) => leak.test(text)));
    assert.ok(leak.test(document));
  });

  it('do not get into the ticket, which says what was taken out', async () => {
    const { window } = product;
    await window.goToLine(2);
    await window.runCommand('Tencent Cloud API: Copy Support Ticket');
    const toast = await window.messages.waitForNotification(/Support ticket/);
    const ticket = await window.clipboard();
    assert.match(ticket, new RegExp(`^RequestId: {3}${requestId}$`, 'm'));
    assert.match(ticket, /^Product: {5}cvm$/m);
    assert.match(ticket, /^Action: {6}DescribeZones$/m);
    assert.doesNotMatch(ticket, leak);
    const kinds = /^Secrets removed from this ticket: (.+)\.$/m.exec(ticket)?.[1] ?? '';
    assert.deepEqual(kinds.split(', ').sort(), Object.keys(secrets).sort());
    assert.equal(toast, `Support ticket copied: RequestId ${requestId}. Secrets removed: ${kinds}.`);
  });

  it('do not get onto the clipboard with the RequestId', async () => {
    const { window } = product;
    await window.runCommand('Tencent Cloud API: Copy RequestId');
    await window.messages.waitForStatus(`RequestId ${requestId} copied`);
    assert.equal(await window.clipboard(), requestId);
    for (const text of await window.notifications()) {
      assert.doesNotMatch(text, leak);
    }
    await window.runCommand('Notifications: Clear All Notifications');
  });

  it('do not get into the ticket for all failures of the workspace', async () => {
    const { window } = product;
    await window.runCommand('Tencent Cloud API: Check API Responses in Workspace');
    await window.messages.waitForNotification(/^\d+ files: /);
    await window.runCommand('Tencent Cloud API: Copy Support Ticket for All Failures');
    const toast = await window.messages.waitForNotification(/^Support ticket for \d+ failures copied\./);
    assert.match(toast, / Secrets removed: .*SecretId/);
    const ticket = await window.clipboard();
    assert.match(ticket, new RegExp(`^ {2}${requestId}$`, 'm'));
    assert.doesNotMatch(ticket, leak);
    await window.runCommand('Notifications: Clear All Notifications');
  });

  it('do not get into a trace, not even where the setting says "verbose"', async () => {
    const { window } = product;
    // The code is below the long list of notes.
    await window.goToLine(document.slice(0, document.indexOf('"Code"')).split('\n').length);
    assert.match(await window.hoverText('"Code"'), /^Code — Identifies the failure/);
    await window.runCommand('Tencent Cloud API: Show Output');
    const trace = await waitFor(
      'the trace',
      () => Promise.resolve(outputChannel()),
      (text) => text.includes('hover'),
    );
    assert.match(trace, /Sending notification 'textDocument\/didOpen'$/m);
    assert.match(trace, /Received response 'apiResponse\/ticket - \(\d+\)'$/m);
    const shown = window.page.locator('.panel .view-line');
    await shown.filter({ hasText: 'Sending' }).first().waitFor();
    assert.doesNotMatch((await shown.allInnerTexts()).join('\n'), leak);
    const lines = trace.split('\n').filter((line) => line !== '');
    assert.deepEqual(
      lines.filter((line) => !/^\S+ \S+ \[\w+\] (Sending|Received) \w+ '[\w/$]+( - \(\S+\))?'$/.test(line)),
      [],
    );
  });

  it('do not get into any log', async () => {
    const files = logged();
    assert.ok(files.length > 3, files.map(([file]) => file).join());
    assert.deepEqual(
      files.filter(([, text]) => leak.test(text)).map(([file]) => file),
      [],
    );
    assert.deepEqual(
      said.filter((text) => leak.test(text)),
      [],
    );
    assert.doesNotMatch(await product.window.clipboard(), leak);
  });
});
