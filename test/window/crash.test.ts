import assert from 'node:assert/strict';
import { waitFor, waitUntil, type RunningProgram } from '../embedded-vscode';
import { runningServer, serverProcesses } from './processes';
import { openProduct, type ProductWindow } from './support';

const stoppedForGood =
  'The API Response language server crashed 5 times in the last 3 minutes and will not be restarted.';
const notAString = '"Code" must be a string, not a number. api-response error-code-not-string [Ln 3, Col 24]';
const misspelled =
  'This member must be spelled "RequestId": names have to match exactly. api-response misspelled-member [Ln 4, Col 5]';

describe('When the language server is killed', function () {
  this.timeout(300_000);

  let product: ProductWindow;
  let server: RunningProgram;

  before(async () => {
    product = await openProduct();
    await product.window.openFile('malformed.json');
    await product.window.problems(2);
    server = await runningServer(product.window);
  });

  after(async () => {
    await product.dispose();
  });

  /** Kills the server; waits for the next one and for its first answer. */
  async function kill(): Promise<void> {
    process.kill(server.pid, 'SIGKILL');
    server = await runningServer(product.window, server);
    await answers();
  }

  async function answers(): Promise<void> {
    assert.match(await product.window.hoverText('"Code"'), /^Code — Identifies the failure/);
  }

  async function problemsBecome(expected: readonly string[]): Promise<void> {
    await waitFor(
      `the findings ${expected.join(' and ')}`,
      () => product.window.problems(),
      (found) => JSON.stringify(found) === JSON.stringify(expected),
    );
  }

  it('it comes back, and the findings with it, and they follow the next edit', async () => {
    const { window } = product;
    process.kill(server.pid, 'SIGKILL');
    server = await runningServer(product.window, server);
    await problemsBecome([notAString, misspelled]);
    await window.goToLine(4, 6);
    await window.page.keyboard.press('Delete');
    await window.editor.type('R');
    await problemsBecome([notAString]);
    assert.deepEqual(await window.notifications(), []);
  });

  it('too often, one message says so and offers to start it again', async () => {
    const { window } = product;
    for (let restart = 2; restart <= 4; restart++) {
      await kill();
      assert.deepEqual(await window.notifications(), []);
    }
    process.kill(server.pid, 'SIGKILL');
    await window.messages.waitForNotification(/crashed/);
    await problemsBecome([]);
    assert.deepEqual(await window.notifications(), [stoppedForGood]);
    assert.deepEqual(serverProcesses(product.window), []);
  });

  it('the button of that message starts it again, with as many restarts as before', async () => {
    const { window } = product;
    await window.messages.pressNotificationButton('Restart');
    server = await runningServer(product.window, server);
    await problemsBecome([notAString]);
    await kill();
    await problemsBecome([notAString]);
    assert.deepEqual(await window.notifications(), []);
  });

  it('a command that needs it while it is not there says how to start it', async () => {
    const { window } = product;
    for (let end = 2; end <= 5; end++) {
      await (end < 5 ? kill() : Promise.resolve(process.kill(server.pid, 'SIGKILL')));
    }
    await window.messages.waitForNotification(/crashed/);
    await window.runCommand('Tencent Cloud API: Copy RequestId');
    await window.messages.waitForNotification(/did not respond\. Run "Tencent Cloud API: Restart Language Server"/);
    await window.runCommand('Notifications: Clear All Notifications');
    await window.runCommand('Tencent Cloud API: Restart Language Server');
    server = await runningServer(product.window, server);
    await waitUntil('the findings', async () => (await window.problems()).length === 1);
  });
});
