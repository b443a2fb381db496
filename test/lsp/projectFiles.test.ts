import assert from 'node:assert/strict';
import { WatchKind, type ClientCapabilities } from 'vscode-languageserver/node';
import { rangeOf } from './expected';
import { catalog, malformed, ProjectFilesServer } from './projectFilesServer';

const failure = (code: string): string =>
  JSON.stringify({ Response: { Error: { Code: code, Message: 'm' }, RequestId: 'r' } });

describe('language server: project files', () => {
  let project: ProjectFilesServer;

  beforeEach(() => (project = new ProjectFilesServer()));

  afterEach(() => project.dispose());

  describe('of those around a document', () => {
    it('the nearest one counts alone', async () => {
      project.files.write({
        '.api-response.json': { rules: { 'request-id-not-string': 'off' } },
        'a/.api-response.json': { rules: { 'member-beside-response': 'hint' } },
      });
      await project.start();
      assert.deepEqual(await project.rulesIn('x.json'), []);
      assert.deepEqual(await project.rulesIn('b/c/x.json'), []);
      assert.deepEqual(await project.rulesIn('a/x.json'), ['request-id-not-string', 'member-beside-response']);
      assert.deepEqual(await project.rulesIn('a/b/x.json'), ['request-id-not-string', 'member-beside-response']);
    });

    it('none outside of the workspace folder is looked at', async () => {
      project.files.write({ '.api-response.json': { rules: { 'request-id-not-string': 'off' } } });
      await project.start({ folders: ['file:///w/inner', 'file:///other'] });
      assert.deepEqual(await project.rulesIn('inner/deep/x.json'), ['request-id-not-string']);
      assert.deepEqual(await project.rulesIn('x.json'), ['request-id-not-string']);
      assert.deepEqual(await project.rulesIn('file:///elsewhere/x.json'), ['request-id-not-string']);
      assert.deepEqual([...new Set(project.files.asked)].sort(), [
        'file:///w/inner/.api-response.json',
        'file:///w/inner/deep/.api-response.json',
      ]);
    });

    it('each is looked at once, however many documents and requests there are', async () => {
      project.files.write({ '.api-response.json': { rules: { 'request-id-not-string': 'off' } } });
      await project.start();
      for (const name of ['a/b/x.json', 'a/b/y.json', 'a/z.json', 'a/b/c/x.json']) {
        assert.deepEqual(await project.rulesIn(name), []);
        assert.deepEqual(await project.again(name), []);
      }
      assert.deepEqual(project.files.asked.length, new Set(project.files.asked).size);
    });
  });

  it('hold for unsaved documents and texts in the first folder', async () => {
    project.files.write({
      '.api-response.json': { rules: { 'request-id-not-string': 'off' }, catalogs: ['mine.json'] },
      'mine.json': catalog('Heat it.'),
    });
    await project.start({ folders: ['file:///w', 'file:///other'] });
    assert.deepEqual(await project.rulesIn('untitled:Untitled-1'), []);
    const { markdown } = await project.server.request<{ markdown: string }>('apiResponse/explain', {
      code: 'Teapot.Cold',
    });
    assert.match(markdown, /Heat it\./);
  });

  it('set globs, relative to their folder, and what is recognized', async () => {
    project.files.write({
      'a/.api-response.json': { declared: ['mocks/*.json'], unwrapped: true },
    });
    await project.start();
    assert.deepEqual(await project.rulesIn('a/mocks/x.json', '{}'), ['missing-response']);
    assert.deepEqual(await project.rulesIn('mocks/x.json', '{}'), []);
    const unwrapped = '{"Error": {"Code": "InternalError", "Message": "m"}, "RequestId": 1}';
    assert.deepEqual(await project.rulesIn('a/x.json', unwrapped), ['request-id-not-string']);
    assert.deepEqual(await project.rulesIn('x.json', unwrapped), []);
  });

  it('hold for files that are checked without being open', async () => {
    project.files.write({
      'a/.api-response.json': { rules: { 'request-id-not-string': 'off' }, declared: ['y.json'] },
    });
    await project.start();
    for (const [name, text, expected] of [
      ['a/x.json', malformed, []],
      ['x.json', malformed, ['request-id-not-string']],
      ['a/y.json', '{}', ['missing-response']],
    ] as const) {
      const { diagnostics } = await project.server.request<{ diagnostics: { code: string }[] }>('apiResponse/check', {
        uri: `file:///w/${name}`,
        text,
      });
      assert.deepEqual(
        diagnostics.map(({ code }) => code),
        expected,
        name,
      );
    }
  });

  it('are no responses, even if their own globs say so', async () => {
    project.files.write({ '.api-response.json': { declared: ['**'] } });
    await project.start();
    assert.deepEqual(await project.rulesIn('x.json', '{}'), ['missing-response']);
    assert.deepEqual(await project.rulesIn('.api-response.json', '{}'), []);
    const completion = await project.server.request<unknown[] | { items: unknown[] } | null>(
      'textDocument/completion',
      {
        textDocument: { uri: 'file:///w/.api-response.json' },
        position: { line: 0, character: 1 },
      },
    );
    assert.deepEqual(Array.isArray(completion) ? completion : (completion?.items ?? []), []);
  });

  it('come after the settings of the editor, member by member and rule by rule', async () => {
    project.files.write({
      '.api-response.json': {
        rules: { 'request-id-not-string': 'off', 'member-beside-response': 'hint' },
        declared: ['x.json'],
        unwrapped: true,
        product: 'cvm',
      },
    });
    let settings: unknown = {};
    await project.start({ settingsOf: () => settings });
    await project.rulesIn('x.json', '{}');
    assert.deepEqual(await project.again('x.json'), ['missing-response']);
    await project.rulesIn('y.json');
    assert.deepEqual(await project.again('y.json'), ['member-beside-response']);
    const ticket = async (): Promise<unknown> =>
      /^Product: +(.*)$/m.exec(
        (
          await project.server.request<{ text: string }>('apiResponse/ticket', {
            uri: 'file:///w/z.json',
            index: 0,
            file: 'z.json',
            time: { epoch: 0, offset: 0 },
          })
        ).text,
      )?.[1];
    await project.rulesIn('z.json', failure('InternalError'));
    assert.equal(await ticket(), 'cvm');
    settings = { rules: { 'request-id-not-string': 'warning' }, files: { declared: [] }, product: 'cfw' };
    await project.server.notify('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await project.again('x.json'), []);
    assert.deepEqual(await project.again('y.json'), ['request-id-not-string', 'member-beside-response']);
    assert.equal(await ticket(), 'cfw');
  });

  describe('name catalogs', () => {
    const explained = async (name: string): Promise<string> => {
      const text = failure('Teapot.Cold');
      await project.server.open(`file:///w/${name}`, text);
      const place = { uri: `file:///w/${name}`, position: rangeOf(text, 'Teapot').start };
      const { markdown } = await project.server.request<{ markdown: string }>('apiResponse/explain', {
        code: 'Teapot.Cold',
        place,
      });
      return markdown.split('\n')[0] ?? '';
    };
    const unknown = '**`Teapot.Cold`** — Not in the list of known codes.';
    const heated = '**`Teapot.Cold`** — In teapot: Heat it.';

    it('for the documents below alone', async () => {
      project.files.write({
        'a/.api-response.json': { catalogs: ['codes/mine.json'] },
        'a/codes/mine.json': catalog('Heat it.'),
      });
      await project.start();
      assert.equal(await explained('a/b/x.json'), heated);
      assert.equal(await explained('x.json'), unknown);
    });

    it('unless the settings name some', async () => {
      project.files.write({ '.api-response.json': { catalogs: ['mine.json'] }, 'mine.json': catalog('Heat it.') });
      await project.start({ settingsOf: () => ({ catalogs: [] }) });
      assert.equal(await explained('x.json'), unknown);
      assert.ok(!project.files.asked.includes('file:///w/mine.json'));
    });

    it('that are read again when they change', async () => {
      project.files.write({ '.api-response.json': { catalogs: ['mine.json'] } });
      await project.start();
      assert.equal(await explained('x.json'), unknown);
      assert.deepEqual(project.messagesIn('.api-response.json'), ['There is no file "mine.json".']);
      project.files.write({ 'mine.json': catalog('Heat it.') });
      await project.change('mine.json');
      assert.equal(await explained('x.json'), heated);
      assert.deepEqual(project.messagesIn('.api-response.json'), []);
    });

    it('that are watched', async () => {
      const watched: ClientCapabilities = {
        workspace: { didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } },
      };
      project.files.write({ 'a/.api-response.json': { catalogs: ['b/mine.json'] } });
      await project.start({ capabilities: watched });
      await project.rulesIn('a/x.json');
      assert.deepEqual(project.server.registrations, [
        {
          watchers: [
            { globPattern: '**/.api-response.json', kind: WatchKind.Change },
            { globPattern: '**', kind: WatchKind.Create | WatchKind.Delete },
          ],
        },
        { watchers: [{ globPattern: { baseUri: 'file:///w/a/b', pattern: 'mine.json' } }] },
      ]);
    });
  });

  it('take effect at once when they are made, changed and removed', async () => {
    await project.start();
    assert.deepEqual(await project.rulesIn('a/x.json'), ['request-id-not-string']);
    project.files.write({ '.api-response.json': { rules: { 'request-id-not-string': 'off' } } });
    await project.change('.api-response.json');
    assert.deepEqual(await project.again('a/x.json'), []);
    project.files.write({ 'a/.api-response.json': { rules: { 'member-beside-response': 'hint' } } });
    await project.change('a/.api-response.json');
    assert.deepEqual(await project.again('a/x.json'), ['request-id-not-string', 'member-beside-response']);
    project.files.content.clear();
    await project.change('a/.api-response.json', '.api-response.json');
    assert.deepEqual(await project.again('a/x.json'), ['request-id-not-string']);
  });

  it('take effect when the folder around them is made or removed', async () => {
    await project.start();
    assert.deepEqual(await project.rulesIn('a/b/c/x.json'), ['request-id-not-string']);
    project.files.write({ 'a/b/.api-response.json': { rules: { 'request-id-not-string': 'off' } } });
    await project.change('a/b');
    assert.deepEqual(await project.again('a/b/c/x.json'), []);
    project.files.content.clear();
    await project.change('a');
    assert.deepEqual(await project.again('a/b/c/x.json'), ['request-id-not-string']);
    const before = project.files.asked.length;
    await project.change('a/b/c/y.json', 'other', 'x');
    assert.deepEqual(await project.again('a/b/c/x.json'), ['request-id-not-string']);
    assert.equal(project.files.asked.length, before);
  });

  it('take effect when they are saved, in a client that watches no files', async () => {
    await project.start();
    assert.deepEqual(await project.rulesIn('x.json'), ['request-id-not-string']);
    const uri = 'file:///w/.api-response.json';
    await project.server.open(uri, '');
    project.files.write({ '.api-response.json': { rules: { 'request-id-not-string': 'off' } } });
    await project.server.notify('textDocument/didSave', { textDocument: { uri } });
    assert.deepEqual(await project.again('x.json'), []);
  });
});
