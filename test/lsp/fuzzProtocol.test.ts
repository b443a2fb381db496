import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { inTime } from '../support/deadline';
import { serverModule } from '../support/languageServer';

/** A server that receives raw bytes, with its answers by request ID. */
class RawServer {
  private readonly child = spawn(process.execPath, [serverModule, '--stdio'], { stdio: 'pipe' });
  private readonly ended = once(this.child, 'close');
  private output = '';

  constructor() {
    this.child.stdout.setEncoding('utf8').on('data', (chunk: string) => (this.output += chunk));
    this.sendMessage({ id: 'first', method: 'initialize', params: { processId: null, capabilities: {} } });
  }

  /** Sends a raw body. */
  send(body: string): void {
    this.child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  sendMessage(message: object): void {
    this.send(JSON.stringify({ jsonrpc: '2.0', ...message }));
  }

  /** Waits for the answer to a request. */
  async answerTo(id: string): Promise<void> {
    const answered = (): boolean => this.output.includes(`"id":${JSON.stringify(id)}`);
    const run = async (): Promise<void> => {
      while (!answered()) {
        await once(this.child.stdout, 'data');
      }
    };
    await inTime(`the answer to ${id}`, run(), () => this.output.slice(-1000));
  }

  /** Shuts the server down as in the protocol; returns its exit code. */
  async stop(): Promise<unknown> {
    this.sendMessage({ id: 'shutdown', method: 'shutdown' });
    await this.answerTo('shutdown');
    this.sendMessage({ method: 'exit' });
    const [code] = (await inTime('the end of the server', this.ended)) as unknown[];
    return code;
  }
}

const hover = JSON.stringify({
  jsonrpc: '2.0',
  id: 'cut',
  method: 'textDocument/hover',
  params: { textDocument: { uri: 'file:///😀' }, position: { line: 0, character: 0 } },
});

const bodies: Readonly<Record<string, readonly string[]>> = {
  'that are not JSON': ['', ' ', 'x', '{', '{"jsonrpc":', '\u0000', '\ufeff{}', '<html>', "{'id': 1}", 'NaN'],
  'that are cut at every place': Array.from(hover, (_, length) => hover.slice(0, length)),
  'that are no messages': ['null', '7', '"text"', '[]', '{}', '[null]', `[${hover}]`, '{"jsonrpc":"2.0"}', '{"id":5}'],
  'that are messages of a kind': [
    { id: null, method: 'apiResponse/codes' },
    { id: {}, method: 'textDocument/hover' },
    { id: [], method: 'shutdown' },
    { id: 7, method: 5 },
    { id: 8, method: null, params: {} },
    { id: 99, result: 1 },
    { id: 98, error: {} },
    { id: 97, error: null, result: null },
    { id: 'no', result: {}, error: { code: 'x', message: 7 } },
    { method: '$/cancelRequest' },
    { method: '$/cancelRequest', params: { id: {} } },
    { method: '$/progress', params: 7 },
    { method: 'initialized', params: null },
  ].map((message) => JSON.stringify({ jsonrpc: '2.0', ...message })),
  'with the names that objects have of their own': ['__proto__', 'constructor', 'toString'].flatMap((name) => [
    `{"jsonrpc":"2.0","id":"${name}","method":"${name}","params":{"${name}":{"${name}":1}}}`,
    `{"jsonrpc":"2.0","method":"${name}","${name}":{"id":1}}`,
    `{"${name}":{"jsonrpc":"2.0","id":1,"method":"shutdown"}}`,
  ]),
  'nested a hundred thousand deep': [
    `{"jsonrpc":"2.0","method":"x","params":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    '{"a":'.repeat(100_000),
  ],
};

describe('language server: bodies', () => {
  for (const [what, texts] of Object.entries(bodies)) {
    it(`${what} leave it alive`, async () => {
      const server = new RawServer();
      await server.answerTo('first');
      texts.forEach((text) => server.send(text));
      server.sendMessage({ id: 'last', method: 'apiResponse/explain', params: { code: 'InternalError' } });
      await server.answerTo('last');
      assert.equal(await server.stop(), 0);
    });
  }
});
