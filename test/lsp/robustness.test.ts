import assert from 'node:assert/strict';
import { CancellationTokenSource, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { Deferred, inTime } from '../support/deadline';
import { LanguageServer } from '../support/languageServer';
import { codesOf, rangeOf } from './expected';
import { seedFailure } from './seed';

const uri = 'file:///w/a.json';
const unknown = 'file:///w/unknown.json';
const start = { line: 0, character: 0 };
const time = { epoch: 0, offset: 0 };

/** The requests of an editor besides hovers and diagnostics. */
const features = (of: string): [method: string, params: object][] => {
  const textDocument = { uri: of };
  return [
    ['textDocument/codeLens', { textDocument }],
    ['textDocument/inlayHint', { textDocument, range: { start, end: start } }],
    ['textDocument/documentSymbol', { textDocument }],
    ['textDocument/completion', { textDocument, position: start }],
  ];
};

describe('language server: what a client should not do', () => {
  let server: LanguageServer;

  beforeEach(async () => {
    server = await LanguageServer.start();
    await server.open(uri, seedFailure);
  });

  /** Asserts that the server still explains the code. */
  afterEach(async () => {
    const position = rangeOf(seedFailure, '"AuthFailure.SignatureFailure"').start;
    assert.notEqual(await server.hover(uri, position), null);
    assert.equal(await server.stop(), 0);
  });

  /** The error code of a response. */
  const errorOf = async (answer: Promise<unknown>): Promise<number> => {
    const error = await answer.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof ResponseError, 'The request was not answered with an error.');
    return error.code;
  };

  it('asks about a document that is not open', async () => {
    assert.equal(await server.hover(unknown, start), null);
    assert.deepEqual(await server.diagnostics(unknown), []);
    assert.deepEqual(await server.request('apiResponse/envelopes', { uri: unknown, position: start }), []);
    assert.equal(await server.request('apiResponse/ticket', { uri: unknown, index: 0, file: 'f', time }), null);
    assert.equal(await server.request('apiResponse/policy', { uri: unknown, index: 0 }), null);
    for (const [method, params] of features(unknown)) {
      assert.deepEqual(await server.request(method, params), []);
    }
  });

  it('edits and closes a document that is not open', async () => {
    await server.change(unknown, { text: '{"Response": {"RequestId": 1}}' });
    assert.deepEqual(await server.diagnostics(unknown), []);
    await server.close(unknown);
    assert.deepEqual(await server.diagnostics(unknown), []);
  });

  it('asks about positions that do not exist', async () => {
    const most = 2 ** 31 - 1;
    for (const position of [
      { line: most, character: most },
      { line: 0, character: most },
      { line: -1, character: -1 },
      { line: 2, character: -5 },
      { line: 1.5, character: 0.5 },
    ]) {
      await server.hover(uri, position);
      const range = { start: position, end: position };
      await server.request('textDocument/inlayHint', { textDocument: { uri }, range });
      await server.request('textDocument/inlayHint', { textDocument: { uri }, range: { start: position, end: start } });
      await server.request('textDocument/completion', { textDocument: { uri }, position });
      const found = await server.request<unknown[]>('apiResponse/envelopes', { uri, position });
      assert.equal(found.length, 1);
    }
    assert.equal(await server.hover(uri, { line: most, character: 0 }), null);
  });

  it('edits positions that do not exist', async () => {
    const range = { start: { line: 1000, character: 7 }, end: { line: 2000, character: 0 } };
    const other = 'file:///w/b.json';
    await server.open(other, '{"Response": {"RequestId": "r"}}\n');
    await server.change(other, { range, text: '{"Response": {"RequestId": 1}}' });
    assert.deepEqual(codesOf(await server.diagnostics(other)), ['request-id-not-string']);
  });

  it('asks for things that do not exist', async () => {
    assert.equal(await errorOf(server.request('apiResponse/nothing', {})), ErrorCodes.MethodNotFound);
    assert.equal(await errorOf(server.request('textDocument/moniker', {})), ErrorCodes.MethodNotFound);
    await server.notify('apiResponse/nothing', {});
  });

  for (const method of [
    'textDocument/hover',
    'textDocument/diagnostic',
    ...features(uri).map(([method]) => method),
    'apiResponse/envelopes',
    'apiResponse/ticket',
    'apiResponse/policy',
  ]) {
    it(`sends ${method} without what it needs`, async () => {
      for (const params of [{}, { textDocument: {} }, { textDocument: { uri } }, { textDocument: null }, { uri: 7 }]) {
        await server.request(method, params).catch((error: unknown) => assert.ok(error instanceof ResponseError));
      }
      await server.request(method).catch((error: unknown) => assert.ok(error instanceof ResponseError));
    });
  }

  it('sends apiResponse/explain without a code', async () => {
    for (const params of [{}, { code: 7 }, { code: null }]) {
      await server
        .request('apiResponse/explain', params)
        .catch((error: unknown) => assert.ok(error instanceof ResponseError));
    }
  });

  it('resolves completion items that it never received', async () => {
    for (const item of [{}, { label: 7 }, { label: 'x', data: { code: 7, product: null } }, { data: [] }, []]) {
      await server
        .request('completionItem/resolve', item)
        .then((answer) => assert.deepEqual(answer, item))
        .catch((error: unknown) => assert.ok(error instanceof ResponseError));
    }
    await server.request('completionItem/resolve').catch((error: unknown) => assert.ok(error instanceof ResponseError));
  });

  it('opens a document twice', async () => {
    await server.open(uri, '{"Response": {"RequestId": 1}}');
    assert.deepEqual(codesOf(await server.diagnostics(uri)), ['request-id-not-string']);
    await server.open(uri, seedFailure);
  });

  it('opens binary documents, and documents nested too deep for any stack', async () => {
    const other = 'file:///w/odd.json';
    for (const text of ['', '\u0000\ufffd\ud83d', '\ufeff', '['.repeat(1_000_000), '{"a":'.repeat(500_000)]) {
      await server.open(other, text);
      assert.deepEqual(await server.diagnostics(other), []);
      for (const [method, params] of features(other)) {
        const answer = await server.request<unknown[]>(method, params);
        // An empty document gets whole responses.
        assert.equal(answer.length, method === 'textDocument/completion' && text.trim() === '' ? 2 : 0);
      }
      await server.close(other);
    }
  });
});

describe('language server: cancelled requests', () => {
  it('are answered as cancelled, later requests normally', async () => {
    const question = new Deferred<null>();
    const settings = new Deferred<unknown>();
    const server = await LanguageServer.start({
      settingsOf: () => {
        question.resolve(null);
        return settings.promise;
      },
    });
    await server.open(uri, seedFailure);
    const position = rangeOf(seedFailure, '"AuthFailure.SignatureFailure"').start;
    const cancellations: CancellationTokenSource[] = [];
    const answers = [
      ['textDocument/hover', { textDocument: { uri }, position }],
      ['textDocument/diagnostic', { textDocument: { uri } }],
      ...features(uri),
      ['apiResponse/envelopes', { uri, position }],
      ['apiResponse/ticket', { uri, index: 0, file: 'f', time }],
      ['apiResponse/policy', { uri, index: 0 }],
    ].map(([method, params]) => {
      const cancellation = new CancellationTokenSource();
      cancellations.push(cancellation);
      return server.request(method as string, params, cancellation.token);
    });
    await inTime('the question for settings', question.promise);
    cancellations.forEach((cancellation) => cancellation.cancel());
    settings.resolve({});
    for (const answer of await Promise.allSettled(answers)) {
      assert.equal(answer.status, 'rejected');
      assert.ok(answer.reason instanceof ResponseError);
      assert.equal(answer.reason.code, LSPErrorCodes.RequestCancelled);
    }
    assert.notEqual(await server.hover(uri, position), null);
    assert.equal(await server.stop(), 0);
  });
});
