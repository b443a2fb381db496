import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { ListRootsRequestSchema, type CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inTime } from '../support/deadline';
import { leakOf, place } from '../support/madeUpSecrets';
import { seedFailure, seedSuccess } from '../support/seed';
import { itWithLinks } from '../support/system';
import { cliModule, run, TemporaryFolder } from './run';

const failure = (message: string): string =>
  JSON.stringify({ Response: { Error: { Code: 'InternalError', Message: message }, RequestId: 'r-1' } });

const misspelled = '{"Response": {"requestId": "r"}}';
const finding = {
  rule: 'misspelled-member',
  severity: 'warning',
  message: 'This member must be spelled "RequestId": names have to match exactly.',
  ...{ line: 1, column: 15, endLine: 1, endColumn: 26 },
};

/** A session of the SDK's own client with the server. */
class Session {
  readonly client = new Client({ name: 'test', version: '1' }, { capabilities: { roots: { listChanged: true } } });
  readonly folder = new TemporaryFolder();
  /** The folders that the client announces. */
  roots: string[] = [];
  /** What the server wrote that is not of the protocol. */
  readonly errors: Error[] = [];
  stderr = '';

  async start(): Promise<void> {
    this.client.setRequestHandler(ListRootsRequestSchema, () => ({
      roots: this.roots.map((path) => ({ uri: pathToFileURL(path).href })),
    }));
    this.client.onerror = (error) => this.errors.push(error);
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [cliModule, 'mcp', '--product', 'cvm'],
      cwd: this.folder.path,
      stderr: 'pipe',
    });
    transport.stderr?.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    await this.client.connect(transport);
  }

  async call(name: string, input: Record<string, unknown>): Promise<CallToolResult> {
    return (await inTime(name, this.client.callTool({ name, arguments: input }))) as CallToolResult;
  }

  /** The answer of a tool as data, and as text. */
  async answer(name: string, input: Record<string, unknown>): Promise<{ data: unknown; text: string }> {
    const { content, structuredContent, isError } = await this.call(name, input);
    assert.notEqual(isError, true, JSON.stringify(content));
    return { data: structuredContent, text: textOf(content) };
  }

  /** Why a tool gives no answer. */
  async refusal(name: string, input: Record<string, unknown>): Promise<string> {
    const { content, isError } = await this.call(name, input);
    assert.equal(isError, true, JSON.stringify(content));
    return textOf(content);
  }

  async allow(...roots: string[]): Promise<void> {
    this.roots = roots;
    await this.client.sendRootsListChanged();
  }

  async stop(): Promise<void> {
    await this.client.close();
    this.folder.remove();
  }
}

function textOf(content: CallToolResult['content']): string {
  const [part, ...others] = content;
  assert.equal(others.length, 0);
  assert.ok(part?.type === 'text');
  return part.text;
}

describe('command line: mcp', () => {
  const session = new Session();

  before(() => session.start());
  after(async () => {
    await session.stop();
    assert.deepEqual(session.errors, []);
    assert.equal(session.stderr, '');
  });

  it('says what it is for', () => {
    assert.equal(session.client.getServerVersion()?.name, 'api-response');
    assert.match(session.client.getInstructions() ?? '', /Call `explain` when a call failed/);
  });

  it('lists its tools, which only read, with their schemas', async () => {
    const { tools } = await session.client.listTools();
    const membersOf = (schema: { properties?: object | undefined } | undefined): string[] =>
      Object.keys(schema?.properties ?? {});
    assert.deepEqual(
      tools.map(({ name, inputSchema, outputSchema }) => [name, membersOf(inputSchema), membersOf(outputSchema)]),
      [
        ['explain', ['text', 'product', 'locale'], ['found', 'explanation']],
        ['check', ['text', 'fileName', 'file', 'product', 'locale'], ['responses', 'failures', 'findings', 'more']],
        ['ticket', ['text', 'fileName', 'file', 'index', 'product', 'locale'], ['ticket', 'removed']],
      ],
    );
    for (const { name, annotations, description, inputSchema } of tools) {
      assert.deepEqual(annotations, { readOnlyHint: true, idempotentHint: true, openWorldHint: false }, name);
      assert.match(description ?? '', /Tencent Cloud/);
      for (const [member, schema] of Object.entries(inputSchema.properties ?? {})) {
        assert.ok('description' in schema, `${name}: ${member}`);
      }
    }
  });

  it('explains texts, exceptions and codes', async () => {
    const { data, text } = await session.answer('explain', { text: seedFailure });
    assert.deepEqual(data, { found: true, explanation: text });
    assert.match(text, /^Failure 1 of 1, line 4: AuthFailure\.SignatureFailure\n/);
    const code = await session.answer('explain', { text: 'AuthFailure.SignatureFailure', locale: 'zh-cn' });
    assert.match(code.text, /^AuthFailure\.SignatureFailure — 签名校验不通过。\n/);
    const own = { text: 'InvalidParameterValue.InstanceTypeNotSupported' };
    assert.match((await session.answer('explain', own)).text, /^Product: cvm · /m);
    assert.match((await session.answer('explain', { ...own, product: 'as' })).text, /^Product: as · /m);
    assert.deepEqual((await session.answer('explain', { text: 'Hello.' })).data, {
      found: false,
      explanation: 'No API response, SDK exception, error code or RequestId was found.',
    });
  });

  it('checks texts', async () => {
    const text = `${misspelled}\n${failure('m')}\n`;
    const { data, text: shown } = await session.answer('check', { text, fileName: 'a.jsonl' });
    assert.deepEqual(data, { responses: 2, failures: 1, findings: [finding], more: 0 });
    assert.equal(shown, `2 responses, 1 failed.\nline 1, column 15: warning ${finding.message} [${finding.rule}]`);
    const many = await session.answer('check', { text: `${misspelled}\n`.repeat(150), fileName: 'a.jsonl' });
    assert.equal((many.data as { more: number }).more, 50);
    assert.match(many.text, /\n50 more findings\.$/);
  });

  it('fills in tickets', async () => {
    const text = `${seedSuccess}\n${failure('m')}\n`;
    const { data, text: shown } = await session.answer('ticket', { text, fileName: 'a.log' });
    assert.deepEqual(data, { ticket: shown, removed: [] });
    assert.match(shown, /^RequestId: +r-1$/m);
    assert.match(shown, /^Found in: +a\.log, line 8$/m);
    const first = await session.answer('ticket', { text, index: 0 });
    assert.match(first.text, /^RequestId: +b5b41468-/m);
    const unwrapped = await session.answer('ticket', { text: '{"TotalCount": 0, "RequestId": "r-2"}' });
    assert.match(unwrapped.text, /^RequestId: +r-2$/m);
    assert.equal(await session.refusal('ticket', { text, index: 2 }), 'The text has 2 API responses, none at index 2.');
    assert.equal(await session.refusal('ticket', { text: 'Hello.' }), 'The text has 0 API responses.');
  });

  it('takes secrets out, and spells control characters out', async () => {
    const { text, secrets } = place(failure('SecretKey={key} \u001b[31m\u202e'), 'mcp');
    const inCode = place('{"Response": {"Error": {"Code": "{id}", "Message": ""}, "RequestId": "\u001b[1m"}}', 'mcp');
    for (const name of ['explain', 'check', 'ticket']) {
      for (const each of [text, inCode.text]) {
        const answer = JSON.stringify(await session.answer(name, { text: each }));
        assert.equal(leakOf([...secrets, ...inCode.secrets], answer), undefined, answer);
      }
      // eslint-disable-next-line no-control-regex -- control characters are what must not be there
      assert.doesNotMatch((await session.answer(name, { text })).text, /[\u0000-\u0009\u000b-\u001f\u202e]/);
    }
    const { data } = await session.answer('ticket', { text });
    assert.deepEqual((data as { removed: string[] }).removed, ['SecretKey']);
  });

  it('reads files inside the roots of the client, and no others', async () => {
    const { folder } = session;
    folder.write({ 'in/a.json': misspelled, 'in/b.log': failure('m'), 'out/c.json': misspelled });
    const [inside, outside] = [join(folder.path, 'in'), join(folder.path, 'out')];
    const file = join(inside, 'a.json');
    const refused = / is not in a folder that the client allows to read\. Pass its text\.$/;
    assert.match(await session.refusal('check', { file }), refused);
    await session.allow(inside);
    for (const name of [file, 'a.json', './x/../a.json', pathToFileURL(file).href]) {
      const { data } = await session.answer('check', { file: name });
      assert.deepEqual(data, { responses: 1, failures: 0, findings: [finding], more: 0 }, name);
    }
    assert.match((await session.answer('ticket', { file: 'b.log' })).text, /^Found in: +b\.log, line 1$/m);
    const others = [
      join(outside, 'c.json'),
      '../out/c.json',
      inside,
      'https://example.com/a.json',
      join(outside, 'no'),
    ];
    for (const name of [...others, `${pathToFileURL(inside).href}/../out/c.json`, 'file://%']) {
      assert.match(await session.refusal('check', { file: name }), /not in a folder|there is no such file/, name);
    }
    assert.match(await session.refusal('check', { file: join(outside, 'no') }), refused);
    assert.match(await session.refusal('check', { file: '../\u001b[1m' }), /^\.\.\/\\u001b\[1m is not in a folder/);
    assert.equal(await session.refusal('check', { file: 'no.json' }), 'cannot read no.json: there is no such file.');
    await session.allow(outside);
    assert.match(await session.refusal('check', { file }), refused);
    await session.answer('check', { file: 'c.json' });
    await session.allow();
    assert.match(await session.refusal('ticket', { file: join(outside, 'c.json') }), refused);
  });

  itWithLinks('follows no link out of a root', async () => {
    const { folder } = session;
    folder.write({ 'linked/a.json': misspelled, 'secret.json': misspelled });
    symlinkSync(join(folder.path, 'secret.json'), join(folder.path, 'linked', 'link.json'));
    symlinkSync(join(folder.path, 'linked'), join(folder.path, 'root'));
    await session.allow(join(folder.path, 'root'));
    const reason = 'cannot read link.json: a link leads out of the folder.';
    assert.equal(await session.refusal('check', { file: 'link.json' }), reason);
    // The root itself may be one.
    await session.answer('check', { file: 'a.json' });
    await session.answer('check', { file: join(folder.path, 'linked', 'a.json') });
  });

  it('reads UTF-16 with a byte order mark, which PowerShell 5 writes', async () => {
    const { folder } = session;
    folder.write({ 'utf16/a.json': Buffer.from(`\ufeff${misspelled}`, 'utf16le') });
    await session.allow(join(folder.path, 'utf16'));
    const { data } = await session.answer('check', { file: 'a.json' });
    assert.deepEqual(data, { responses: 1, failures: 0, findings: [finding], more: 0 });
  });

  it('refuses what is too large, and what is no file', async () => {
    const { folder } = session;
    folder.write({ 'large/a.json': Buffer.alloc(20_000_001, 0x20), 'large/b/c.json': '' });
    await session.allow(join(folder.path, 'large'));
    assert.equal(await session.refusal('check', { file: 'a.json' }), 'cannot read a.json: it is over 20 MB.');
    assert.equal(await session.refusal('check', { file: 'b' }), 'cannot read b: it is not a regular file.');
  });

  it('refuses invalid input, and goes on', async () => {
    const text = misspelled;
    for (const [name, input, reason] of [
      ['explain', {}, /Invalid arguments for tool explain/],
      ['explain', { text: 'x'.repeat(1_000_001) }, /Invalid arguments for tool explain/],
      ['explain', { text, locale: 'de' }, /Invalid arguments for tool explain/],
      ['check', {}, /^Pass either text or file\.$/],
      ['check', { text, file: 'a.json' }, /^Pass either text or file\.$/],
      ['check', { text: 7 }, /Invalid arguments for tool check/],
      ['ticket', { text, index: -1 }, /Invalid arguments for tool ticket/],
      ['nothing', {}, /Tool nothing not found/],
      ['constructor', {}, /Tool constructor/],
    ] as const) {
      assert.match(await session.refusal(name, input), reason);
    }
    await session.answer('check', { text });
  });
});

describe('command line: mcp, as a process', () => {
  const initialize = {
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
  };
  const messages = (...all: object[]): string =>
    all.map((message, index) => `${JSON.stringify({ jsonrpc: '2.0', id: index, ...message })}\n`).join('');

  it('writes nothing but messages, outlives malformed ones, and ends with its input', async () => {
    const call = { method: 'tools/call', params: { name: 'check', arguments: { file: '/etc/hostname' } } };
    const stdin = messages(initialize).concat(
      'SecretKey=x\n{"jsonrpc": "2.0"}\n',
      messages(initialize, call, { method: 'x' }),
    );
    const { code, stdout, stderr } = await run(['mcp'], { stdin });
    const answers = stdout.split('\n').filter((line) => line !== '');
    assert.deepEqual(
      answers.map((line) => (JSON.parse(line) as { jsonrpc: string }).jsonrpc),
      answers.map(() => '2.0'),
    );
    assert.equal(answers.length, 4);
    // The client announced no roots.
    assert.match(stdout, /is not in a folder that the client allows to read/);
    assert.match(stdout, /"code":-32601/);
    assert.equal(stderr, 'api-response: ignored a message that is not an MCP message.\n'.repeat(2));
    assert.equal(code, 0);
  });

  it('ends when nobody reads its answers', async () => {
    const child = spawn(process.execPath, [cliModule, 'mcp']);
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdin.on('error', () => undefined);
    child.stdout.destroy();
    child.stdin.write(messages(initialize, { method: 'tools/list' }));
    assert.deepEqual(await inTime('the end', once(child, 'close')), [0, null]);
    assert.equal(stderr, '');
  });

  it('says how it is used', async () => {
    assert.deepEqual(await run(['mcp', 'a.json']), {
      code: 2,
      stdout: '',
      stderr: 'api-response: mcp takes no files: a client that starts it passes them.\n',
    });
  });
});
