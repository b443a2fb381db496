import fc from 'fast-check';
import assert from 'node:assert/strict';
import { LanguageServer, pulling, notPulling } from '../support/languageServer';
import { runs } from '../support/runs';
import { Session } from '../support/session';
import { steps, type Step } from '../support/sessionSteps';
import { codesOf, rangeOf } from './expected';
import { seedFailure } from './seed';

/** Failures are not shrunk: every unanswered request would take the whole deadline. */
const parameters = { endOnFailure: true };

const position = rangeOf(seedFailure, '"AuthFailure.SignatureFailure"').start;

const origin = { line: 0, character: 0 };

describe('language server: sessions at random', () => {
  let server: LanguageServer;
  let settings: unknown;
  let sessions: number;

  /** A client that returns settings immediately, late, or with invalid values. */
  const start = async (capabilities: typeof pulling): Promise<void> => {
    settings = {};
    sessions = 0;
    server = await LanguageServer.start({
      capabilities: { ...capabilities, workspace: { workspaceFolders: true } },
      settingsOf: (uri) => {
        if (uri.endsWith('3.json')) {
          throw new Error('no');
        }
        return uri.endsWith('2.json') ? new Promise((resolve) => setImmediate(() => resolve(settings))) : settings;
      },
    });
    server.connection.onRequest('workspace/workspaceFolders', () => null);
  };

  const session = (): Session => {
    settings = {};
    return new Session(server, `file:///w/${sessions++}`, (changed) => (settings = changed));
  };

  const assertAlive = async (): Promise<void> => {
    const uri = `file:///w/${sessions}/alive.json`;
    settings = {};
    await server.notify('workspace/didChangeConfiguration', { settings: {} });
    await server.open(uri, seedFailure);
    assert.notEqual(await server.hover(uri, position), null);
    await server.close(uri);
  };

  /** The completions, without RequestIds, which are random. */
  const completionOf = async (uri: string): Promise<unknown> => {
    const items = await server.request('textDocument/completion', { textDocument: { uri }, position });
    return JSON.parse(JSON.stringify(items).replace(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, 'id')) as unknown;
  };

  /** The answers about a document, without its URI. */
  const answers = async (uri: string): Promise<unknown> => {
    const all = await Promise.all([
      server.diagnostics(uri),
      server.request('apiResponse/envelopes', { uri, position }),
      server.request('textDocument/codeLens', { textDocument: { uri } }),
      completionOf(uri),
      server.request('textDocument/documentSymbol', { textDocument: { uri } }),
      server.request('textDocument/inlayHint', { textDocument: { uri }, range: { start: origin, end: position } }),
      server.hover(uri, position),
    ]);
    return JSON.parse(JSON.stringify(all).replaceAll(uri, 'uri')) as unknown;
  };

  afterEach(async () => assert.equal(await server.stop(), 0));

  it('answer every request, and end in the same state as a fresh open', async function () {
    this.timeout(600_000);
    await start(pulling);
    await fc.assert(
      fc.asyncProperty(steps, async (taken: readonly Step[]) => {
        const client = session();
        await client.take(taken);
        for (const { uri, text } of client.known) {
          const fresh = uri.replace(/(?=[^/]*$)/, 'fresh/');
          await server.open(fresh, text.getText(), text.languageId);
          assert.deepEqual(await answers(uri), await answers(fresh));
          await server.close(fresh);
        }
        await client.closeAll();
        await assertAlive();
      }),
      { ...parameters, numRuns: runs(400) },
    );
    assert.deepEqual(server.published, []);
  });

  it('publish nothing for an outdated version, and clear diagnostics on close', async function () {
    this.timeout(600_000);
    await start(notPulling);
    const clients: Session[] = [];
    const pause = async (): Promise<void> => {
      const later = `file:///w/${sessions}/later.json`;
      await server.open(later, '');
      await server.publishedFor(later, 1);
      await server.close(later);
    };
    await fc.assert(
      fc.asyncProperty(steps, async (taken: readonly Step[]) => {
        const client = session();
        clients.push(client);
        await client.take(taken);
        await pause();
        for (const { uri, version } of client.known) {
          // Pending pushes wait for the same settings as this request, and arrive before its answer.
          const expected = await server.diagnostics(uri);
          const last = server.published.filter((params) => params.uri === uri).at(-1);
          assert.deepEqual(last, { uri, version, diagnostics: expected });
        }
        await client.closeAll();
        client.assertPublished();
        await assertAlive();
      }),
      { ...parameters, numRuns: runs(60) },
    );
    await pause();
    clients.forEach((client) => client.assertPublished());
  });

  it('may repeat versions, or count them backwards', async () => {
    await start(pulling);
    const uri = 'file:///w/a.json';
    await server.open(uri, '{"Response": {"RequestId": 1}}');
    for (const [version, id, expected] of [
      [1, '"r"', []],
      [1, '""', ['empty-request-id']],
      [0, '1', ['request-id-not-string']],
      [-7, '"r"', []],
      [2 ** 31 - 1, '[]', ['request-id-not-string']],
    ] as const) {
      const contentChanges = [{ text: `{"Response": {"RequestId": ${id}}}` }];
      await server.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
      assert.deepEqual(codesOf(await server.diagnostics(uri)), expected);
    }
  });
});
