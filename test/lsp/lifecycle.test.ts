import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { inTime } from '../support/deadline';
import { LanguageServer, serverModule, waiting } from '../support/languageServer';
import { codesOf, rangeOf } from './expected';
import { seedFailure } from './seed';

const uri = 'file:///w/a.json';

for (const transport of ['stdio', 'ipc'] as const) {
  describe(`language server: life over ${transport}`, () => {
    const start = (processId: number | null = process.pid): Promise<LanguageServer> =>
      LanguageServer.start({ transport, processId });

    it('answers', async () => {
      const server = await start();
      await server.open(
        uri,
        seedFailure.replace('"ed93', '"😀 ed93').replace(/"RequestId": (.*)/, '"RequestId": [$1]'),
      );
      assert.deepEqual(codesOf(await server.diagnostics(uri)), ['request-id-not-string']);
      const position = rangeOf(seedFailure, '"AuthFailure.SignatureFailure"').start;
      assert.notEqual(await server.hover(uri, position), null);
      assert.equal(await server.stop(), 0);
    });

    it('pushes', async () => {
      const server = await LanguageServer.start({ transport, capabilities: waiting });
      await server.open(uri, '{"Response": {"RequestId": 1}}');
      assert.deepEqual(codesOf(await server.publishedFor(uri, 1)), ['request-id-not-string']);
      assert.equal(await server.stop(), 0);
    });

    it('ends well after shutdown and exit', async () => {
      assert.equal(await (await start()).stop(), 0);
    });

    it('ends with 1 on exit alone', async () => {
      const server = await start();
      await server.notify('exit');
      assert.equal(await server.waitForExit(), 1);
    });

    it('ends when the process that it was told of is gone', async () => {
      const client = idleProcess();
      const server = await start(client.pid);
      client.kill('SIGKILL');
      await once(client, 'exit');
      assert.equal(await server.waitForExit(), 1);
    });
  });
}

describe('language server: the end of its client', () => {
  it('is noticed when standard input closes', async () => {
    const server = await LanguageServer.start({ processId: null });
    server.closeInput();
    assert.equal(await server.waitForExit(), 1);
  });

  it('is noticed when standard input closes after shutdown', async () => {
    const server = await LanguageServer.start({ processId: null });
    await server.request('shutdown');
    server.closeInput();
    assert.equal(await server.waitForExit(), 0);
  });

  it('is noticed when standard input is a file, which ends and does not close', async () => {
    const server = spawn(process.execPath, [serverModule, '--stdio'], { stdio: ['ignore', 'ignore', 'ignore'] });
    assert.deepEqual(await inTime('the exit', once(server, 'exit')), [1, null]);
  });

  it('is noticed over IPC', async () => {
    // The server holds the other end of this process's standard output, which therefore ends when both are gone.
    const script = `
      const { fork } = require('node:child_process');
      const server = fork(${JSON.stringify(serverModule)}, ['--node-ipc'], { execArgv: [] });
      server.on('message', () => process.stderr.write('ready'));
      const params = { processId: process.pid, rootUri: null, capabilities: {} };
      server.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params });`;
    const client = spawn(process.execPath, ['-e', script], { stdio: ['pipe', 'pipe', 'pipe'] });
    await inTime('the answer to initialize', once(client.stderr, 'data'));
    const gone = once(client.stdout.resume(), 'end');
    client.kill('SIGKILL');
    await inTime('the end of the server', gone);
  });
});

describe('language server: standard output', () => {
  it('carries the protocol and nothing else', async () => {
    const server = spawn(process.execPath, [serverModule, '--stdio'], { stdio: 'pipe' });
    const output: Buffer[] = [];
    server.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    const send = (message: object): void => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    const textDocument = { uri, languageId: 'json', version: 1, text: seedFailure };
    const position = rangeOf(seedFailure, '"AuthFailure.SignatureFailure"').start;
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    send({ method: 'initialized', params: {} });
    send({ method: 'textDocument/didOpen', params: { textDocument } });
    send({ id: 2, method: 'textDocument/hover', params: { textDocument: { uri }, position } });
    send({ id: 3, method: 'textDocument/hover', params: { textDocument: { uri } } });
    send({ id: 4, method: 'apiResponse/nothing', params: {} });
    send({ id: 5, method: 'apiResponse/codes' });
    send({ id: 6, method: 'shutdown' });
    send({ method: 'exit' });
    const [code] = (await inTime('the end of the server', once(server, 'close'))) as [number | null];
    assert.equal(code, 0);
    const answers = messagesIn(Buffer.concat(output)).flatMap(({ id }) => (id === undefined ? [] : [id]));
    assert.deepEqual(
      answers.sort((one, other) => one - other),
      [1, 2, 3, 4, 5, 6],
    );
  });
});

/** Takes protocol messages off a stream; anything between them is an error. */
function messagesIn(output: Buffer): { id?: number }[] {
  const messages: { id?: number }[] = [];
  let rest = output;
  while (rest.length > 0) {
    const head = /^Content-Length: (\d+)\r\n\r\n/.exec(rest.toString('latin1', 0, 100));
    assert.ok(head, `This is no protocol: ${rest.toString('utf8', 0, 200)}`);
    const end = head[0].length + Number(head[1]);
    messages.push(JSON.parse(rest.toString('utf8', head[0].length, end)) as { id?: number });
    rest = rest.subarray(end);
  }
  return messages;
}

/** A process that does nothing until it is killed. */
function idleProcess(): ChildProcess {
  return spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
}
