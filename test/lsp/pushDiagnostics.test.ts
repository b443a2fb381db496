import assert from 'node:assert/strict';
import { Deferred, inTime } from '../support/deadline';
import { LanguageServer, notPulling, type StartOptions } from '../support/languageServer';
import { assertFindings, codesOf } from './expected';
import { seedFailure } from './seed';

const uri = 'file:///w/a.json';
const withId = (id: string): string => `{"Response": {"RequestId": ${id}}}`;

describe('language server: pushed diagnostics', () => {
  let server: LanguageServer;

  const start = async (options: StartOptions = {}): Promise<void> => {
    server = await LanguageServer.start({ capabilities: notPulling, ...options });
  };

  /** The publications for the document so far: version and codes. */
  const published = (): unknown[] =>
    server.published
      .filter((params) => params.uri === uri)
      .map(({ version, diagnostics }) => [version, ...codesOf(diagnostics)]);

  /** Pushes are delayed, so the first one for a newly opened document comes after all pending ones. */
  const letPass = async (): Promise<void> => {
    const later = `file:///w/later${server.published.length}.json`;
    await server.open(later, '{}');
    await server.publishedFor(later, 1);
  };

  /** Settings that the client returns only when the test releases them. */
  const thoughtfulClient = (): { settingsOf: (scope: string) => unknown; asked: Promise<void>; answer: () => void } => {
    const question = new Deferred<void>();
    const settings = new Deferred<unknown>();
    return {
      settingsOf: (scope) => {
        if (scope !== uri) {
          return {};
        }
        question.resolve();
        return settings.promise;
      },
      asked: inTime('the question for settings', question.promise),
      answer: () => settings.resolve({}),
    };
  };

  afterEach(async () => assert.equal(await server.stop(), 0));

  it('have the version they belong to', async () => {
    await start();
    await server.open(uri, withId('1'));
    assertFindings(await server.publishedFor(uri, 1), withId('1'), [['request-id-not-string', 'error', '1']]);
    const version = await server.change(uri, { text: withId('""') });
    assert.equal(version, 2);
    assertFindings(await server.publishedFor(uri, 2), withId('""'), [['empty-request-id', 'warning', '""']]);
    await server.change(uri, { text: withId('"r"') });
    assert.deepEqual(await server.publishedFor(uri, 3), []);
  });

  it('are empty for a valid document', async () => {
    await start();
    await server.open(uri, seedFailure);
    assert.deepEqual(await server.publishedFor(uri, 1), []);
  });

  it('are those of the last version after many quick edits', async () => {
    await start();
    const edits = ['1', 'true', '[]', '{}', '2', '""'];
    const sent = [server.open(uri, withId('"r"')), ...edits.map((id) => server.change(uri, { text: withId(id) }))];
    await Promise.all(sent);
    const last = edits.length + 1;
    assertFindings(await server.publishedFor(uri, last), withId('""'), [['empty-request-id', 'warning', '""']]);
    await letPass();
    const versions = server.published.filter((params) => params.uri === uri).map(({ version }) => version ?? 0);
    assert.deepEqual(
      versions,
      [...versions].sort((one, other) => one - other),
    );
    assert.equal(versions.at(-1), last);
    for (const [version, ...codes] of published() as [number, ...string[]][]) {
      const expected = version === 1 ? [] : version === last ? ['empty-request-id'] : ['request-id-not-string'];
      assert.deepEqual(codes, expected, `version ${version}`);
    }
  });

  it('are cleared when the document is closed', async () => {
    await start();
    await server.open(uri, withId('1'));
    await server.publishedFor(uri, 1);
    await server.close(uri);
    assert.deepEqual(await server.publishedFor(uri), []);
  });

  it('do not come after the document was closed', async () => {
    await start();
    await server.open(uri, withId('1'));
    await server.publishedFor(uri, 1);
    await server.change(uri, { text: withId('2') });
    await server.close(uri);
    assert.deepEqual(await server.publishedFor(uri), []);
    await letPass();
    assert.deepEqual(published().at(-1), [undefined]);
  });

  it('do not come after the document was closed while settings were requested', async () => {
    const client = thoughtfulClient();
    await start({ settingsOf: client.settingsOf });
    await server.open(uri, withId('1'));
    await client.asked;
    await server.close(uri);
    await server.publishedFor(uri);
    client.answer();
    await letPass();
    assert.deepEqual(published(), [[undefined]]);
  });

  it('are those of an edit made while settings were requested', async () => {
    const client = thoughtfulClient();
    await start({ settingsOf: client.settingsOf });
    await server.open(uri, withId('1'));
    await client.asked;
    await server.change(uri, { text: withId('""') });
    client.answer();
    assert.deepEqual(codesOf(await server.publishedFor(uri, 2)), ['empty-request-id']);
    await letPass();
    assert.ok(published().every((each) => Array.isArray(each) && each[0] === 2));
  });

  it('are those of the new text when a document is opened again', async () => {
    await start();
    await server.open(uri, withId('1'));
    await server.close(uri);
    await server.open(uri, withId('""'));
    await server.publishedFor(uri);
    const cleared = server.published.findIndex((params) => params.uri === uri && params.version === undefined);
    assert.deepEqual(codesOf(await server.publishedFor(uri, 1, cleared)), ['empty-request-id']);
    await letPass();
    assert.deepEqual(published().at(-1), [1, 'empty-request-id']);
  });

  it('leave invalid JSON to VS Code if it reports that itself', async () => {
    await start();
    const text = '{"Response": {"RequestId": "r"';
    for (const [languageId, expected] of [
      ['json', []],
      ['jsonc', []],
      ['jsonl', ['invalid-json']],
    ] as const) {
      await server.open(`file:///w/b.${languageId}`, text, languageId);
      assert.deepEqual(codesOf(await server.publishedFor(`file:///w/b.${languageId}`, 1)), expected, languageId);
    }
  });
});
