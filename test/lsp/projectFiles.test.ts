import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FileChangeType, WatchKind, type ClientCapabilities, type Diagnostic } from 'vscode-languageserver/node';
import { diskProjectFiles } from '../../server/src/lsp/session/diskProjectFiles';
import type { ProjectFileAccess } from '../../server/src/lsp/session/projectFileAccess';
import { TemporaryFolder } from '../cli/run';
import { renderMarkers } from '../support/markers';
import { ServerInProcess, type InProcessOptions } from '../support/serverInProcess';
import { itWithLinks } from '../support/system';
import { codesOf, rangeOf } from './expected';

/** Breaks `request-id-not-string` and `member-beside-response`, which is off by default. */
const malformed = '{"Response": {"RequestId": 1}, "extra": 2}';
const failure = (code: string): string =>
  JSON.stringify({ Response: { Error: { Code: code, Message: 'm' }, RequestId: 'r' } });
const catalog = (description: string): string =>
  JSON.stringify({ schemaVersion: 1, product: 'teapot', codes: { 'Teapot.Cold': description } });

const unreadable = Symbol('unreadable');

/** Files in memory, by URI. */
class Files implements ProjectFileAccess {
  readonly content = new Map<string, string | typeof unreadable>();
  /** The files that were asked for. */
  readonly asked: string[] = [];

  read(uri: string): Promise<string | undefined> {
    this.asked.push(uri);
    const content = this.content.get(uri);
    return content === unreadable ? Promise.reject(new Error('unreadable')) : Promise.resolve(content);
  }

  write(files: Readonly<Record<string, string | typeof unreadable | object>>): void {
    for (const [name, content] of Object.entries(files)) {
      this.content.set(`file:///w/${name}`, typeof content === 'object' ? JSON.stringify(content) : content);
    }
  }
}

describe('language server: project files', () => {
  let files: Files;
  let server: ServerInProcess;

  beforeEach(() => (files = new Files()));

  afterEach(() => server.dispose());

  const start = async (options: InProcessOptions = {}): Promise<void> => {
    server = await ServerInProcess.start({
      folders: ['file:///w'],
      ...options,
      environment: { projectFiles: files },
    });
  };

  /** Opens a document, and returns the rules that fire in it. */
  const rulesIn = async (name: string, text = malformed): Promise<unknown[]> => {
    const uri = name.includes(':') ? name : `file:///w/${name}`;
    await server.open(uri, text);
    return codesOf(await server.diagnostics(uri));
  };

  const again = async (name: string): Promise<unknown[]> => codesOf(await server.diagnostics(`file:///w/${name}`));

  const change = (...names: string[]): Promise<void> =>
    server.notify('workspace/didChangeWatchedFiles', {
      changes: names.map((name) => ({ uri: `file:///w/${name}`, type: FileChangeType.Changed })),
    });

  /** The project file with its findings marked, as they were published last. */
  const findingsIn = (name: string): string => {
    const uri = `file:///w/${name}`;
    const text = files.content.get(uri);
    const last = server.published.filter((each) => each.uri === uri).at(-1);
    assert.ok(last && typeof text === 'string', `Nothing was published for ${name}.`);
    const lines = text.split('\n');
    const offsetOf = (line: number, character: number): number =>
      lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, character);
    const ranges = last.diagnostics.map(({ range: { start: from, end }, code, source }) => {
      assert.equal(source, 'api-response');
      const offset = offsetOf(from.line, from.character);
      return { offset, length: offsetOf(end.line, end.character) - offset, label: String(code) };
    });
    return renderMarkers(text, ranges);
  };

  const messagesIn = (name: string): unknown[] =>
    server.published
      .filter(({ uri }) => uri === `file:///w/${name}`)
      .at(-1)
      ?.diagnostics.map(({ message }) => message) ?? [];

  describe('of those around a document', () => {
    it('the nearest one counts alone', async () => {
      files.write({
        '.api-response.json': { rules: { 'request-id-not-string': 'off' } },
        'a/.api-response.json': { rules: { 'member-beside-response': 'hint' } },
      });
      await start();
      assert.deepEqual(await rulesIn('x.json'), []);
      assert.deepEqual(await rulesIn('b/c/x.json'), []);
      assert.deepEqual(await rulesIn('a/x.json'), ['request-id-not-string', 'member-beside-response']);
      assert.deepEqual(await rulesIn('a/b/x.json'), ['request-id-not-string', 'member-beside-response']);
    });

    it('none outside of the workspace folder is looked at', async () => {
      files.write({ '.api-response.json': { rules: { 'request-id-not-string': 'off' } } });
      await start({ folders: ['file:///w/inner', 'file:///other'] });
      assert.deepEqual(await rulesIn('inner/deep/x.json'), ['request-id-not-string']);
      assert.deepEqual(await rulesIn('x.json'), ['request-id-not-string']);
      assert.deepEqual(await rulesIn('file:///elsewhere/x.json'), ['request-id-not-string']);
      assert.deepEqual([...new Set(files.asked)].sort(), [
        'file:///w/inner/.api-response.json',
        'file:///w/inner/deep/.api-response.json',
      ]);
    });

    it('each is looked at once, however many documents and requests there are', async () => {
      files.write({ '.api-response.json': { rules: { 'request-id-not-string': 'off' } } });
      await start();
      for (const name of ['a/b/x.json', 'a/b/y.json', 'a/z.json', 'a/b/c/x.json']) {
        assert.deepEqual(await rulesIn(name), []);
        assert.deepEqual(await again(name), []);
      }
      assert.deepEqual(files.asked.length, new Set(files.asked).size);
    });
  });

  it('hold for unsaved documents and texts in the first folder', async () => {
    files.write({
      '.api-response.json': { rules: { 'request-id-not-string': 'off' }, catalogs: ['mine.json'] },
      'mine.json': catalog('Heat it.'),
    });
    await start({ folders: ['file:///w', 'file:///other'] });
    assert.deepEqual(await rulesIn('untitled:Untitled-1'), []);
    const { markdown } = await server.request<{ markdown: string }>('apiResponse/explain', { code: 'Teapot.Cold' });
    assert.match(markdown, /Heat it\./);
  });

  it('set globs, relative to their folder, and what is recognized', async () => {
    files.write({
      'a/.api-response.json': { declared: ['mocks/*.json'], unwrapped: true },
    });
    await start();
    assert.deepEqual(await rulesIn('a/mocks/x.json', '{}'), ['missing-response']);
    assert.deepEqual(await rulesIn('mocks/x.json', '{}'), []);
    const unwrapped = '{"Error": {"Code": "InternalError", "Message": "m"}, "RequestId": 1}';
    assert.deepEqual(await rulesIn('a/x.json', unwrapped), ['request-id-not-string']);
    assert.deepEqual(await rulesIn('x.json', unwrapped), []);
  });

  it('hold for files that are checked without being open', async () => {
    files.write({ 'a/.api-response.json': { rules: { 'request-id-not-string': 'off' }, declared: ['y.json'] } });
    await start();
    for (const [name, text, expected] of [
      ['a/x.json', malformed, []],
      ['x.json', malformed, ['request-id-not-string']],
      ['a/y.json', '{}', ['missing-response']],
    ] as const) {
      const { diagnostics } = await server.request<{ diagnostics: { code: string }[] }>('apiResponse/check', {
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
    files.write({ '.api-response.json': { declared: ['**'] } });
    await start();
    assert.deepEqual(await rulesIn('x.json', '{}'), ['missing-response']);
    assert.deepEqual(await rulesIn('.api-response.json', '{}'), []);
    const completion = await server.request<unknown[] | { items: unknown[] } | null>('textDocument/completion', {
      textDocument: { uri: 'file:///w/.api-response.json' },
      position: { line: 0, character: 1 },
    });
    assert.deepEqual(Array.isArray(completion) ? completion : (completion?.items ?? []), []);
  });

  it('come after the settings of the editor, member by member and rule by rule', async () => {
    files.write({
      '.api-response.json': {
        rules: { 'request-id-not-string': 'off', 'member-beside-response': 'hint' },
        declared: ['x.json'],
        unwrapped: true,
        product: 'cvm',
      },
    });
    let settings: unknown = {};
    await start({ settingsOf: () => settings });
    await rulesIn('x.json', '{}');
    assert.deepEqual(await again('x.json'), ['missing-response']);
    await rulesIn('y.json');
    assert.deepEqual(await again('y.json'), ['member-beside-response']);
    const ticket = async (): Promise<unknown> =>
      /^Product: +(.*)$/m.exec(
        (
          await server.request<{ text: string }>('apiResponse/ticket', {
            uri: 'file:///w/z.json',
            index: 0,
            file: 'z.json',
            time: { epoch: 0, offset: 0 },
          })
        ).text,
      )?.[1];
    await rulesIn('z.json', failure('InternalError'));
    assert.equal(await ticket(), 'cvm');
    settings = { rules: { 'request-id-not-string': 'warning' }, files: { declared: [] }, product: 'cfw' };
    await server.notify('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await again('x.json'), []);
    assert.deepEqual(await again('y.json'), ['request-id-not-string', 'member-beside-response']);
    assert.equal(await ticket(), 'cfw');
  });

  describe('name catalogs', () => {
    const explained = async (name: string): Promise<string> => {
      const text = failure('Teapot.Cold');
      await server.open(`file:///w/${name}`, text);
      const place = { uri: `file:///w/${name}`, position: rangeOf(text, 'Teapot').start };
      const { markdown } = await server.request<{ markdown: string }>('apiResponse/explain', {
        code: 'Teapot.Cold',
        place,
      });
      return markdown.split('\n')[0] ?? '';
    };
    const unknown = '**`Teapot.Cold`** — Not in the list of known codes.';
    const heated = '**`Teapot.Cold`** — In teapot: Heat it.';

    it('for the documents below alone', async () => {
      files.write({
        'a/.api-response.json': { catalogs: ['codes/mine.json'] },
        'a/codes/mine.json': catalog('Heat it.'),
      });
      await start();
      assert.equal(await explained('a/b/x.json'), heated);
      assert.equal(await explained('x.json'), unknown);
    });

    it('unless the settings name some', async () => {
      files.write({ '.api-response.json': { catalogs: ['mine.json'] }, 'mine.json': catalog('Heat it.') });
      await start({ settingsOf: () => ({ catalogs: [] }) });
      assert.equal(await explained('x.json'), unknown);
      assert.ok(!files.asked.includes('file:///w/mine.json'));
    });

    it('that are read again when they change', async () => {
      files.write({ '.api-response.json': { catalogs: ['mine.json'] } });
      await start();
      assert.equal(await explained('x.json'), unknown);
      assert.deepEqual(messagesIn('.api-response.json'), ['There is no file "mine.json".']);
      files.write({ 'mine.json': catalog('Heat it.') });
      await change('mine.json');
      assert.equal(await explained('x.json'), heated);
      assert.deepEqual(messagesIn('.api-response.json'), []);
    });

    it('that are watched', async () => {
      const watched: ClientCapabilities = {
        workspace: { didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } },
      };
      files.write({ 'a/.api-response.json': { catalogs: ['b/mine.json'] } });
      await start({ capabilities: watched });
      await rulesIn('a/x.json');
      assert.deepEqual(server.registrations, [
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
    await start();
    assert.deepEqual(await rulesIn('a/x.json'), ['request-id-not-string']);
    files.write({ '.api-response.json': { rules: { 'request-id-not-string': 'off' } } });
    await change('.api-response.json');
    assert.deepEqual(await again('a/x.json'), []);
    files.write({ 'a/.api-response.json': { rules: { 'member-beside-response': 'hint' } } });
    await change('a/.api-response.json');
    assert.deepEqual(await again('a/x.json'), ['request-id-not-string', 'member-beside-response']);
    files.content.clear();
    await change('a/.api-response.json', '.api-response.json');
    assert.deepEqual(await again('a/x.json'), ['request-id-not-string']);
  });

  it('take effect when the folder around them is made or removed', async () => {
    await start();
    assert.deepEqual(await rulesIn('a/b/c/x.json'), ['request-id-not-string']);
    files.write({ 'a/b/.api-response.json': { rules: { 'request-id-not-string': 'off' } } });
    await change('a/b');
    assert.deepEqual(await again('a/b/c/x.json'), []);
    files.content.clear();
    await change('a');
    assert.deepEqual(await again('a/b/c/x.json'), ['request-id-not-string']);
    const before = files.asked.length;
    await change('a/b/c/y.json', 'other', 'x');
    assert.deepEqual(await again('a/b/c/x.json'), ['request-id-not-string']);
    assert.equal(files.asked.length, before);
  });

  it('take effect when they are saved, in a client that watches no files', async () => {
    await start();
    assert.deepEqual(await rulesIn('x.json'), ['request-id-not-string']);
    const uri = 'file:///w/.api-response.json';
    await server.open(uri, '');
    files.write({ '.api-response.json': { rules: { 'request-id-not-string': 'off' } } });
    await server.notify('textDocument/didSave', { textDocument: { uri } });
    assert.deepEqual(await again('x.json'), []);
  });

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
      files.write({ '.api-response.json': bad, 'broken.json': unreadable, 'bad.json': '{"schemaVersion": 2}' }),
    );

    it('where something cannot be used', async () => {
      await start();
      await rulesIn('x.json');
      assert.equal(findingsIn('.api-response.json'), mark(all));
      assert.equal(findingsIn('bad.json'), '{"schemaVersion": ‹invalid-catalog|2|›}');
    });

    it('at positions as the client counts them', async () => {
      files.write({ '.api-response.json': '{"\u{1f600}": 1}' });
      await start({ capabilities: { general: { positionEncodings: ['utf-8'] } } });
      await rulesIn('x.json');
      const [{ range }] = server.published.flatMap(({ diagnostics }) => diagnostics) as [Diagnostic];
      assert.deepEqual([range.start.character, range.end.character], [1, 7]);
    });

    it('that a schema does not see, if the client has one', async () => {
      await start({ initializationOptions: { projectFileSchema: true } });
      await rulesIn('x.json');
      assert.equal(findingsIn('.api-response.json'), mark(beyondSchema));
    });

    it('until they are corrected, or gone', async () => {
      await start();
      await rulesIn('x.json');
      files.write({ '.api-response.json': '{"product": "CVM"}' });
      await change('.api-response.json');
      await again('x.json');
      assert.equal(findingsIn('.api-response.json'), '{"product": ‹invalid-project-file|"CVM"|›}');
      assert.deepEqual(messagesIn('bad.json'), []);
      files.content.delete('file:///w/.api-response.json');
      await change('.api-response.json');
      await again('x.json');
      assert.deepEqual(messagesIn('.api-response.json'), []);
    });

    it('if they cannot be read, and count as empty', async () => {
      files.write({
        '.api-response.json': { rules: { 'request-id-not-string': 'off' } },
        'a/.api-response.json': unreadable,
      });
      await start();
      assert.deepEqual(await rulesIn('a/x.json'), ['request-id-not-string']);
      assert.deepEqual(messagesIn('a/.api-response.json'), [
        'This project file cannot be read. It must be a file of up to 5 MB, and not a link to another place.',
      ]);
    });
  });

  it('are not disturbed by a client that breaks the protocol', async () => {
    files.write({ '.api-response.json': { rules: { 'request-id-not-string': 'off' } } });
    await start();
    await server.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 7 }, {}, null] });
    await server.request('apiResponse/check', { uri: 7, text: '{}' });
    await server.request('apiResponse/check', {});
    assert.deepEqual(await rulesIn('x.json'), []);
  });

  it('set as little as the settings in a workspace that is not trusted, until it is', async () => {
    files.write({
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
    await start({ settingsOf: () => ({ trusted }) });
    assert.deepEqual(await rulesIn('x.json', '{}'), []);
    assert.deepEqual(await rulesIn('y.json'), []);
    assert.ok(!files.asked.includes('file:///w/mine.json'));
    trusted = true;
    await server.notify('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await again('x.json'), ['missing-response']);
    assert.ok(files.asked.includes('file:///w/mine.json'));
  });
});

describe('project files on disk', () => {
  let folder: TemporaryFolder;

  beforeEach(() => (folder = new TemporaryFolder()));
  afterEach(() => folder.remove());

  const read = (name: string, within = ''): Promise<string | undefined> =>
    diskProjectFiles().read(
      pathToFileURL(join(folder.path, name)).href,
      `${pathToFileURL(join(folder.path, within)).href}/`,
    );

  it('are read, without a byte order mark', async () => {
    folder.write({ 'a b/x.json': '\ufeff{}' });
    assert.equal(await read('a b/x.json'), '{}');
  });

  it('may be missing, or be out of reach', async () => {
    folder.write({ 'a.json': '' });
    assert.equal(await read('x.json'), undefined);
    assert.equal(await read('a.json/x.json'), undefined);
    assert.equal(await diskProjectFiles().read('memfs:/w/x.json', 'memfs:/w/'), undefined);
  });

  it('elsewhere are read by the client, if it does that', async () => {
    const asked: string[] = [];
    const access = diskProjectFiles((uri) => {
      asked.push(uri);
      return Promise.resolve('{}');
    });
    folder.write({ 'x.json': '[]' });
    const here = pathToFileURL(folder.path).href;
    assert.equal(await access.read('memfs:/w/x.json', 'memfs:/w/'), '{}');
    assert.equal(await access.read(`${here}/x.json`, `${here}/`), '[]');
    assert.equal(await access.read(`${here}/y.json`, `${here}/`), undefined);
    assert.deepEqual(asked, ['memfs:/w/x.json']);
  });

  itWithLinks('are no folders, no large files, and no links to elsewhere', async () => {
    folder.write({ 'dir/x.json': '', 'outside.json': '{}', 'large.json': Buffer.alloc(5_000_001, ' ') });
    symlinkSync(join(folder.path, 'outside.json'), join(folder.path, 'dir/link.json'));
    symlinkSync(join(folder.path, 'dir/x.json'), join(folder.path, 'dir/inner.json'));
    assert.equal(await read('dir/inner.json', 'dir'), '');
    for (const [name, within] of [
      ['dir', ''],
      ['large.json', ''],
      ['dir/link.json', 'dir'],
    ] as const) {
      await assert.rejects(read(name, within), name);
    }
  });
});
