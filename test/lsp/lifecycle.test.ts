import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ErrorCodes } from 'vscode-languageserver/node';
import { inTime } from '../support/deadline';
import { LanguageServer, serverModule, notPulling } from '../support/languageServer';
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
      const server = await LanguageServer.start({ transport, capabilities: notPulling });
      await server.open(uri, '{"Response": {"RequestId": 1}}');
      assert.deepEqual(codesOf(await server.publishedFor(uri, 1)), ['request-id-not-string']);
      assert.equal(await server.stop(), 0);
    });

    it('exits with 0 after shutdown and exit', async () => {
      assert.equal(await (await start()).stop(), 0);
    });

    it('exits with 1 after exit alone', async () => {
      const server = await start();
      await server.notify('exit');
      assert.equal(await server.waitForExit(), 1);
    });

    it('exits when the parent process is gone', async () => {
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
    // The server inherits this process's standard output, which therefore ends when both are gone.
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

/** A program that starts like the server, but runs some code instead of loading the rest. */
function startThatLoads(code: string): string {
  const lsp = join(__dirname, '../../server/src/lsp');
  return `
    const { startServer } = require(${JSON.stringify(join(lsp, 'startServer'))});
    const { lifecycle } = require(${JSON.stringify(join(lsp, 'lifecycle'))});
    const { MessageGate } = require(${JSON.stringify(join(lsp, 'messageGate'))});
    const { stdioConnection } = require(${JSON.stringify(join(lsp, 'stdio'))});
    const gate = new MessageGate(lifecycle());
    startServer(stdioConnection({ messageStrategy: gate }), gate, () => { ${code} });`;
}

describe('language server: start', () => {
  it('is answered before the rest of the server is loaded', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'api-response-'));
    try {
      const alone = join(folder, 'server.js');
      writeFileSync(alone, startThatLoads('process.exit(7)'));
      const { messages, code } = await talk(alone, [initialize]);
      assert.deepEqual(
        messages.map(({ id }) => id),
        [1],
      );
      assert.equal(code, 7);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('comes first: earlier requests get an error', async () => {
    const early = { id: 7, method: 'textDocument/hover', params: { textDocument: { uri }, position: {} } };
    const late = { id: 8, method: 'apiResponse/nothing' };
    const { messages, code } = await talk(serverModule, [early, initialize, late, shutdown, exit]);
    const errors = new Map(messages.map(({ id, error }) => [id, error?.code]));
    assert.deepEqual([errors.get(7), errors.get(1), errors.get(8)], [-32002, undefined, -32601]);
    assert.equal(code, 0);
  });

  for (const workspaceFolders of [[null], [{}], {}, 'a', [{ uri: 1, name: 'a' }]]) {
    it(`bears what is no list of folders: ${JSON.stringify(workspaceFolders)}`, async () => {
      const params = { ...initialize.params, workspaceFolders };
      const { messages, code } = await talk(serverModule, [{ ...initialize, params }, codes, shutdown, exit]);
      assert.ok(messages.find(({ id }) => id === codes.id)?.result);
      assert.equal(code, 0);
    });
  }

  it('happens once: a second initialize does not affect documents', async () => {
    const server = await LanguageServer.start();
    await server.open(uri, seedFailure);
    await assert.rejects(server.request('initialize', initialize.params), { code: ErrorCodes.InvalidRequest });
    const position = rangeOf(seedFailure, '"AuthFailure.SignatureFailure"').start;
    assert.notEqual(await server.hover(uri, position), null);
    assert.equal(await server.stop(), 0);
  });
});

describe('language server: after shutdown', () => {
  it('nothing is answered, and nothing heeded, but exit', async () => {
    const textDocument = { uri, languageId: 'json', version: 1, text: '{"Response": {"RequestId": 1}}' };
    const { messages, code } = await talk(serverModule, [
      initialize,
      { method: 'initialized', params: {} },
      shutdown,
      { method: 'textDocument/didOpen', params: { textDocument } },
      { id: 7, method: 'textDocument/hover', params: { textDocument: { uri }, position: { line: 0, character: 0 } } },
      { ...codes, id: 8 },
      { ...initialize, id: 9 },
      { ...shutdown, id: 10 },
      exit,
    ]);
    const errors = messages.filter(({ error }) => error).map(({ id, error }) => [id, error?.code]);
    assert.deepEqual(
      errors,
      [7, 8, 9, 10].map((id) => [id, ErrorCodes.InvalidRequest]),
    );
    assert.deepEqual(
      messages.filter(({ method }) => method !== undefined),
      [],
    );
    assert.equal(code, 0);
  });
});

describe('language server: malformed messages', () => {
  it('are logged without what they hold, and stop nothing', async () => {
    const secret = 'SECRET';
    const { output, code } = await talk(serverModule, [
      initialize,
      { secret },
      { id: 3, secret },
      { id: null, error: { code: 1, message: secret, data: secret } },
      { id: null, result: secret },
      { id: { secret }, method: 'textDocument/hover', params: secret },
      { method: { secret } },
      { id: 99, result: secret },
      { method: '$/cancelRequest', params: { id: secret } },
      { method: 'textDocument/didOpen', params: { textDocument: { uri: { secret } } } },
      { method: 'textDocument/didChange', params: { textDocument: { uri: secret }, contentChanges: secret } },
      { method: 'textDocument/didChange', params: secret },
      { method: 'apiResponse/readAnyway', params: secret },
      { method: secret.toLowerCase(), params: secret },
      codes,
      shutdown,
      exit,
    ]);
    assert.match(output, /"id":5,"result":\[/);
    assert.match(output, /protocol: a malformed message was ignored\./);
    assert.match(output, /Notification handler 'textDocument\/didChange' failed\."/);
    assert.doesNotMatch(output, new RegExp(secret));
    assert.equal(code, 0);
  });
});

describe('language server: standard output', () => {
  it('has nothing but the protocol, with an answer to each of many requests', async () => {
    const textDocument = { uri, languageId: 'json', version: 1, text: seedFailure };
    const position = rangeOf(seedFailure, '"AuthFailure.SignatureFailure"').start;
    const { messages, code } = await talk(serverModule, [
      initialize,
      { method: 'initialized', params: {} },
      { method: 'textDocument/didOpen', params: { textDocument } },
      { id: 2, method: 'textDocument/hover', params: { textDocument: { uri }, position } },
      { id: 3, method: 'textDocument/hover', params: { textDocument: { uri } } },
      { id: 4, method: 'apiResponse/nothing', params: {} },
      codes,
      shutdown,
      exit,
    ]);
    assert.equal(code, 0);
    const answers = new Map(messages.map(({ id, result }) => [id, result]));
    assert.deepEqual([...answers.keys()].filter((id) => id !== undefined).sort(), [1, 2, 3, 4, 5, 6]);
    assert.ok(answers.get(2));
  });
});

const codes = { id: 5, method: 'apiResponse/codes' };
const shutdown = { id: 6, method: 'shutdown' };
const exit = { method: 'exit' };
const initialize = { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } };

/** Sends messages to a new server, all at once; returns its output until it exits. */
async function talk(
  module: string,
  sent: readonly object[],
): Promise<{ readonly messages: readonly Answer[]; readonly output: string; readonly code: number | null }> {
  const server = spawn(process.execPath, [module, '--stdio'], { stdio: 'pipe' });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  server.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  server.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const bodies = sent.map((message) => JSON.stringify({ jsonrpc: '2.0', ...message }));
  server.stdin.write(bodies.map((body) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`).join(''));
  const [code] = (await inTime('the end of the server', once(server, 'close'))) as [number | null];
  const messages = messagesIn(Buffer.concat(output));
  return { messages, output: Buffer.concat([...output, ...errors]).toString(), code };
}

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: { readonly code: number };
}

/** Parses protocol messages; anything between them is an error. */
function messagesIn(output: Buffer): Answer[] {
  const messages: Answer[] = [];
  let rest = output;
  while (rest.length > 0) {
    const head = /^Content-Length: (\d+)\r\n\r\n/.exec(rest.toString('latin1', 0, 100));
    assert.ok(head, `This is no protocol: ${rest.toString('utf8', 0, 200)}`);
    const end = head[0].length + Number(head[1]);
    messages.push(JSON.parse(rest.toString('utf8', head[0].length, end)) as Answer);
    rest = rest.subarray(end);
  }
  return messages;
}

/** A process that does nothing until it is killed. */
function idleProcess(): ChildProcess {
  return spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
}
