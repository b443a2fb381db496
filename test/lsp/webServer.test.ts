import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hover, InitializeResult, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { inTime } from '../support/deadline';
import { WebWorker } from '../support/webWorker';

const root = join(__dirname, '../../..');

const extensionUri = 'https://host/extension';

const textDocument = { uri: 'memory:/w/a.json' };

const failure = (code: string): string =>
  JSON.stringify({ Response: { Error: { Code: code, Message: 'No.' }, RequestId: 'r' } });

const catalog = JSON.stringify({ schemaVersion: 1, product: 'mine', codes: { 'Teapot.Cold': 'Heat it.' } });

describe('the language server in a web worker', () => {
  let worker: WebWorker;
  /** What the server asked the client to read, in alphabetical order. */
  let asked: string[];
  let settings: object;
  /** The client reads nothing before. */
  let canRead: Promise<void>;

  beforeEach(() => {
    worker = new WebWorker();
    asked = [];
    settings = {};
    canRead = Promise.resolve();
    worker.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => settings),
    );
  });

  afterEach(() => worker.dispose());

  /** Initializes the server for a client that has the files of the package, and others. */
  const start = async (locale: string, files: Readonly<Record<string, string | Error>> = {}): Promise<void> => {
    worker.connection.onRequest('apiResponse/readFile', async ({ uri }: { uri: string }) => {
      asked = [...asked, uri].sort();
      await canRead;
      if (uri.startsWith(`${extensionUri}/`)) {
        return readFileSync(join(root, uri.slice(extensionUri.length)), 'utf8');
      }
      const file = files[uri] ?? null;
      if (file instanceof Error) {
        throw file;
      }
      return file;
    });
    worker.connection.listen();
    const { serverInfo } = await inTime<InitializeResult>(
      'initialize',
      worker.connection.sendRequest('initialize', {
        processId: null,
        locale,
        capabilities: { workspace: { configuration: true } },
        initializationOptions: { commands: true, readFile: true, extensionUri },
        workspaceFolders: [{ uri: 'memory:/w', name: 'w' }],
      }),
    );
    assert.equal(serverInfo?.name, 'api-response-language-server');
    await worker.connection.sendNotification('initialized', {});
  };

  const open = (text: string): Promise<void> =>
    worker.connection.sendNotification('textDocument/didOpen', {
      textDocument: { ...textDocument, languageId: 'json', version: 1, text },
    });

  const hover = async (): Promise<string> => {
    const params = { textDocument, position: { line: 0, character: 30 } };
    const answer = await inTime<Hover | null>('hover', worker.connection.sendRequest('textDocument/hover', params));
    const { contents } = answer ?? { contents: '' };
    return typeof contents === 'object' && 'value' in contents ? (contents.value.split('\n')[0] ?? '') : '';
  };

  /** The next diagnostics of a document. */
  const diagnosed = (uri: string): Promise<string[]> =>
    inTime(
      `diagnostics of ${uri}`,
      new Promise((resolve) => {
        worker.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
          if (params.uri === uri) {
            resolve(
              params.diagnostics.map(
                ({ code, message }) => `${code}: ${typeof message === 'string' ? message : message.value}`,
              ),
            );
          }
        });
      }),
    );

  it('answers what was sent before its data had arrived, and reads only what the language needs', async () => {
    let read: () => void = () => undefined;
    canRead = new Promise((resolve) => (read = resolve));
    await start('zh-cn');
    await open(failure('AuthFailure.SignatureFailure'));
    const hovered = hover();
    read();
    assert.equal(await hovered, '**`AuthFailure.SignatureFailure`** — 签名校验不通过。');
    assert.deepEqual(asked, [
      `${extensionUri}/dist/catalog/zh-cn.json`,
      `${extensionUri}/l10n/bundle.l10n.zh-cn.json`,
      `${extensionUri}/server/catalog/names/product-actions.txt`,
      `${extensionUri}/server/catalog/names/product-codes.txt`,
      'memory:/w/.api-response.json',
    ]);
  });

  it('finds what is wrong', async () => {
    await start('en');
    const found = diagnosed(textDocument.uri);
    await open('{"Response": {"requestId": "r"}}');
    assert.deepEqual(await found, [
      'misspelled-member: This member must be spelled "RequestId": names have to match exactly.',
    ]);
  });

  it("reads the user's catalogs through the client, inside the workspace only", async () => {
    settings = { catalogs: ['mine.json', '../up.json', '/root.json', '~/home.json', 'C:/c.json', 'sub/../../x.json'] };
    const found = diagnosed('memory:/w/mine.json');
    await start('en', { 'memory:/w/mine.json': catalog });
    await open(failure('Teapot.Cold'));
    assert.deepEqual(await found, []);
    assert.equal(await hover(), '**`Teapot.Cold`** — In mine: Heat it.');
    assert.deepEqual(
      asked.filter((uri) => !uri.startsWith(extensionUri)),
      ['memory:/w/.api-response.json', 'memory:/w/mine.json'],
    );
  });

  it('says so in a catalog that the client cannot read', async () => {
    settings = { catalogs: ['mine.json'] };
    const found = diagnosed('memory:/w/mine.json');
    await start('en', { 'memory:/w/mine.json': new Error('too large') });
    assert.deepEqual(await found, ['invalid-catalog: This catalog cannot be read.']);
  });

  it('reads project files and their catalogs through the client, inside the workspace only', async () => {
    await start('en', {
      'memory:/w/.api-response.json': '{"catalogs": ["mine.json"], "rules": {"no-such-rule": "off"}}',
      'memory:/w/mine.json': catalog,
    });
    const found = diagnosed('memory:/w/.api-response.json');
    await open(failure('Teapot.Cold'));
    assert.deepEqual(await found, ['invalid-project-file: There is no rule "no-such-rule".']);
    assert.equal(await hover(), '**`Teapot.Cold`** — In mine: Heat it.');
    assert.deepEqual(
      asked.filter((uri) => !uri.startsWith(extensionUri)),
      ['memory:/w/.api-response.json', 'memory:/w/mine.json'],
    );
  });

  it('writes tickets in a language that is not its own', async () => {
    settings = { ticket: { language: 'zh-cn' } };
    await start('en');
    await open(failure('AuthFailure.SignatureFailure'));
    const params = { ...textDocument, index: 0, file: 'a.json', time: { epoch: 0, offset: 0 } };
    const ticket = worker.connection.sendRequest<{ text: string }>('apiResponse/ticket', params);
    const { text } = await inTime('ticket', ticket);
    assert.match(text, /^错误码：AuthFailure\.SignatureFailure（签名校验不通过。）$/m);
  });

  it('ends its worker when it exits', async () => {
    await start('en');
    await inTime('shutdown', worker.connection.sendRequest('shutdown'));
    await worker.connection.sendNotification('exit');
    await inTime('the end', worker.closed);
  });
});
