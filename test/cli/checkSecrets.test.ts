import assert from 'node:assert/strict';
import { leakOf, place } from '../support/madeUpSecrets';
import { run, TemporaryFolder } from './run';

const { text: name } = place('{id}.json', 'file');
const { text: message, secrets } = place('SecretKey={key}, token: {token}, see {id}', 'file');
const response = { Error: { Code: `AuthFailur.${message}`, Message: message, Hint: message }, RequestId: message };

describe('command line: secrets', () => {
  let folder: TemporaryFolder;

  before(() => {
    folder = new TemporaryFolder();
    folder.write({ [name]: JSON.stringify({ Response: response, RequestId: 7 }) });
  });

  after(() => folder.remove());

  for (const format of ['text', 'json', 'sarif', 'github', 'gitlab', 'html']) {
    it(`do not get into the output of check --format ${format}`, async () => {
      const { stdout } = await run(['check', '--format', format, '.'], { cwd: folder.path });
      const text = format === 'html' ? stdout : decodeURIComponent(stdout.replaceAll('%SRCROOT%', ''));
      assert.equal(leakOf(secrets, text), undefined, stdout);
      assert.match(stdout, /removed/);
    });
  }

  it('do not get into a ticket', async () => {
    const { stdout } = await run(['ticket', name], { cwd: folder.path });
    assert.equal(leakOf(secrets, stdout), undefined, stdout);
    assert.match(stdout, /^Found in: {4}\[removed\]/m);
  });
});
