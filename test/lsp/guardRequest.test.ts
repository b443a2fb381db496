import assert from 'node:assert/strict';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver/node';
import { guardRequest } from '../../server/src/lsp/session/guardRequest';
import { inTime } from '../support/deadline';

async function logOf(thrown: unknown): Promise<string> {
  const lines: string[] = [];
  const log = { error: (line: string): void => void lines.push(line) };
  const answer = await guardRequest(log, { feature: 'hover', fallback: 'fallback' }, () => {
    throw thrown;
  });
  assert.equal(answer, 'fallback');
  assert.equal(lines.length, 1);
  return lines[0] ?? '';
}

describe('an internal error', () => {
  it('is logged with its name and stack', async () => {
    assert.match(await logOf(new TypeError('x is not a function')), /^hover: TypeError\n {4}at .*guardRequest\.test/);
    assert.match(await logOf(new RangeError()), /^hover: RangeError\n {4}at .*guardRequest\.test/);
  });

  it('is logged without its message, which may quote the document', async () => {
    const document = '{"SecretKey": SECRET\n    at SECRET';
    for (const thrown of [
      new Error(document),
      new SyntaxError(`Unexpected token in ${document}`),
      parseError(document),
      Object.assign(new Error('other'), { message: document }),
      Object.assign(new Error(document), { message: 'other' }),
      document,
      { document },
    ]) {
      assert.doesNotMatch(await logOf(thrown), /SECRET/);
    }
  });
});

describe('a cancelled request', () => {
  it('is answered at once, even if its handler never ends', async () => {
    const cancellation = new CancellationTokenSource();
    const log = { error: unexpected };
    const request = { feature: 'hover', fallback: null, token: cancellation.token };
    const answer = guardRequest(log, request, () => new Promise<null>(() => undefined));
    cancellation.cancel();
    await assert.rejects(inTime('the answer', answer), { code: LSPErrorCodes.RequestCancelled });
  });

  it('does not run its handler if it was cancelled before', async () => {
    const cancellation = new CancellationTokenSource();
    cancellation.cancel();
    const log = { error: unexpected };
    const answer = guardRequest(log, { feature: 'hover', fallback: null, token: cancellation.token }, unexpected);
    await assert.rejects(answer, { code: LSPErrorCodes.RequestCancelled });
  });
});

function unexpected(): never {
  throw new Error('This must not be called.');
}

function parseError(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}
