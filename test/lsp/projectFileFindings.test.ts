import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver/node';
import { renderMarkers } from '../support/markers';
import { catalog, ProjectFilesServer, unreadable } from './projectFilesServer';

describe('language server: project files', () => {
  let project: ProjectFilesServer;

  beforeEach(() => (project = new ProjectFilesServer()));

  afterEach(() => project.dispose());

  describe('have findings', () => {
    const bad = `{
  "files": {},
  "rules": { "no-such-rule": "off", "null-error": "loud" },
  "declared": ["${'{a,b}'.repeat(30)}"],
  "catalogs": ["../up.json", "gone.json", "broken.json", "bad.json"]
}`;
    const beyondSchema = ['"no-such-rule"', `"${'{a,b}'.repeat(30)}"`, '"../up.json"', '"gone.json"', '"broken.json"'];
    const all = ['"files"', '"loud"', ...beyondSchema];
    const mark = (parts: readonly string[]): string =>
      renderMarkers(
        bad,
        parts.map((part) => ({ offset: bad.indexOf(part), length: part.length, label: 'invalid-project-file' })),
      );

    beforeEach(() =>
      project.files.write({ '.api-response.json': bad, 'broken.json': unreadable, 'bad.json': '{"schemaVersion": 2}' }),
    );

    it('where something cannot be used', async () => {
      await project.start();
      await project.rulesIn('x.json');
      assert.equal(project.findingsIn('.api-response.json'), mark(all));
      assert.equal(project.findingsIn('bad.json'), '{"schemaVersion": ‹invalid-catalog|2|›}');
    });

    it('at positions as the client counts them', async () => {
      project.files.write({ '.api-response.json': '{"\u{1f600}": 1}' });
      await project.start({ capabilities: { general: { positionEncodings: ['utf-8'] } } });
      await project.rulesIn('x.json');
      const [{ range }] = project.server.published.flatMap(({ diagnostics }) => diagnostics) as [Diagnostic];
      assert.deepEqual([range.start.character, range.end.character], [1, 7]);
    });

    it('that a schema does not see, if the client has one', async () => {
      await project.start({ initializationOptions: { projectFileSchema: true } });
      await project.rulesIn('x.json');
      assert.equal(project.findingsIn('.api-response.json'), mark(beyondSchema));
    });

    it('until they are corrected, or gone', async () => {
      await project.start();
      await project.rulesIn('x.json');
      project.files.write({ '.api-response.json': '{"product": "CVM"}' });
      await project.change('.api-response.json');
      await project.again('x.json');
      assert.equal(project.findingsIn('.api-response.json'), '{"product": ‹invalid-project-file|"CVM"|›}');
      assert.deepEqual(project.messagesIn('bad.json'), []);
      project.files.content.delete('file:///w/.api-response.json');
      await project.change('.api-response.json');
      await project.again('x.json');
      assert.deepEqual(project.messagesIn('.api-response.json'), []);
    });

    it('if they cannot be read, and count as empty', async () => {
      project.files.write({
        '.api-response.json': { rules: { 'request-id-not-string': 'off' } },
        'a/.api-response.json': unreadable,
      });
      await project.start();
      assert.deepEqual(await project.rulesIn('a/x.json'), ['request-id-not-string']);
      assert.deepEqual(project.messagesIn('a/.api-response.json'), [
        'This project file cannot be read. It must be a file of up to 5 MB, and not a link to another place.',
      ]);
    });
  });

  it('are not disturbed by a client that breaks the protocol', async () => {
    project.files.write({ '.api-response.json': { rules: { 'request-id-not-string': 'off' } } });
    await project.start();
    await project.server.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 7 }, {}, null] });
    await project.server.request('apiResponse/check', { uri: 7, text: '{}' });
    await project.server.request('apiResponse/check', {});
    assert.deepEqual(await project.rulesIn('x.json'), []);
  });

  it('set as little as the settings in a workspace that is not trusted, until it is', async () => {
    project.files.write({
      '.api-response.json': {
        rules: { 'request-id-not-string': 'off' },
        unwrapped: true,
        declared: ['x.json'],
        product: 'cvm',
        catalogs: ['mine.json'],
      },
      'mine.json': catalog('Heat it.'),
    });
    let trusted = false;
    await project.start({ settingsOf: () => ({ trusted }) });
    assert.deepEqual(await project.rulesIn('x.json', '{}'), []);
    assert.deepEqual(await project.rulesIn('y.json'), []);
    assert.ok(!project.files.asked.includes('file:///w/mine.json'));
    trusted = true;
    await project.server.notify('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await project.again('x.json'), ['missing-response']);
    assert.ok(project.files.asked.includes('file:///w/mine.json'));
  });
});
