import assert from 'node:assert/strict';
import type { CodeLens, CompletionItem, InitializeResult, Position, Range } from 'vscode-languageserver/node';
import { serverCapabilities } from '../../server/src/lsp/session/capabilities';
import { LanguageServer } from '../support/languageServer';
import { encode, encodeAll, type Encoding } from '../support/positionEncodings';
import { positionOf, rangeOf } from './expected';

const uri = 'file:///w/响应.json';
const log = 'file:///w/响应.log';
const declared = 'file:///w/declared.jsonl';

/** What is of interest stands behind characters of each width, on lines with each line break. */
const text = [
  '{ "é": "响应 🔑", "Response": { "说": "🔑", "Error": { "Code": "AuthFailure.SignatureFailure", "Message": "签名 🔑" },',
  '  "🔑": [{ "响": 1 }], "requestId": "r-响应-🔑", "é": "" } }',
].join('\r\n');
const line = '🔑 响应: [TencentCloudSDKException] code:InternalError message:é requestId:r-1';
const incomplete = '{"🔑响应": 1, }';

/** What a client that offers these encodings is answered. Positions are taken in the encoding of the server. */
class Client {
  private constructor(
    private readonly server: LanguageServer,
    readonly encoding: Encoding,
  ) {}

  static async start(positionEncodings: string[]): Promise<Client> {
    const documentSymbol = { hierarchicalDocumentSymbolSupport: true };
    const codeAction = { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } };
    const server = await LanguageServer.start({
      capabilities: { general: { positionEncodings }, textDocument: { diagnostic: {}, documentSymbol, codeAction } },
      initializationOptions: {
        commands: true,
        inlayHints: { enabled: true },
        files: { declared: ['**/declared.jsonl'] },
      },
    });
    const { capabilities } = server.initialized as InitializeResult<unknown>;
    return new Client(server, capabilities.positionEncoding as Encoding);
  }

  async open(): Promise<void> {
    // The text arrives without its emoji, in front of which and behind which it is edited.
    const typed = text.replace('"🔑": [', '"": [').replace('"🔑", "Error"', '"", "Error"');
    await this.server.open(uri, typed);
    const at = (part: string, base: string): Range => {
      const { end } = rangeOf(base, part);
      const position = encode(base, end, this.encoding);
      return { start: position, end: position };
    };
    const half = typed.replace('"", "Error"', '"🔑", "Error"');
    await this.server.change(
      uri,
      { range: at('"说": "', typed), text: '🔑' },
      { range: at('\r\n  "', half), text: '🔑' },
    );
    await this.server.open(log, line, 'log');
    await this.server.open(declared, incomplete, 'jsonl');
  }

  /** The answers of all features. */
  async answers(): Promise<Record<string, unknown>> {
    const textDocument = { uri };
    const position = this.at('"AuthFailure.SignatureFailure"');
    const range = { start: { line: 0, character: 0 }, end: encode(text, positionOf(text, text.length), this.encoding) };
    const [lens] = await this.server.request<CodeLens[]>('textDocument/codeLens', { textDocument });
    const completion = await this.server.request<{ items: CompletionItem[] }>('textDocument/completion', {
      textDocument,
      position: this.at('Failure.Sig'),
    });
    const members = await this.server.request<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri: declared },
      position: encode(incomplete, rangeOf(incomplete, '}').start, this.encoding),
    });
    return {
      hover: await this.server.hover(uri, position),
      member: await this.server.hover(uri, this.at('"requestId"')),
      diagnostics: await this.server.diagnostics(uri),
      lens,
      hints: await this.server.request('textDocument/inlayHint', { textDocument, range }),
      actions: await this.server.request('textDocument/codeAction', {
        textDocument,
        range: { start: this.at('"requestId"'), end: this.at('"requestId"') },
        context: { diagnostics: [] },
      }),
      completion: completion.items[0]?.textEdit,
      members: members[0]?.textEdit,
      symbols: await this.server.request('textDocument/documentSymbol', { textDocument: { uri: log } }),
      envelopes: await this.server.request('apiResponse/envelopes', { uri, position }),
      copied: await this.server.request('apiResponse/envelopes', { text, position }),
    };
  }

  async stop(): Promise<void> {
    assert.equal(await this.server.stop(), 0);
  }

  private at(part: string): Position {
    return encode(text, rangeOf(text, part).start, this.encoding);
  }
}

describe('language server: position encodings', () => {
  let expected: Record<string, unknown>;

  before(async () => {
    const client = await Client.start(['utf-8', 'utf-16']);
    assert.equal(client.encoding, 'utf-16');
    await client.open();
    expected = await client.answers();
    await client.stop();
  });

  it('has something to say with each feature', () => {
    for (const [feature, answer] of Object.entries(expected)) {
      assert.match(JSON.stringify(answer), /"character":[1-9]/, feature);
    }
  });

  for (const [offered, encoding] of [
    [['utf-8'], 'utf-8'],
    [['utf-7', 'utf-32'], 'utf-32'],
  ] as const) {
    it(`counts in ${encoding} for a client that offers ${offered.join(' and ')}`, async () => {
      const client = await Client.start([...offered]);
      assert.equal(client.encoding, encoding);
      await client.open();
      const answers = await client.answers();
      for (const [feature, answer] of Object.entries(expected)) {
        const base = { symbols: line, members: incomplete }[feature] ?? text;
        assert.deepEqual(answers[feature], encodeAll(base, answer, encoding), feature);
      }
      await client.stop();
    });
  }

  it('is UTF-16 for a client that offers none or only unknown ones', () => {
    for (const general of [undefined, {}, { positionEncodings: [] }, { positionEncodings: ['utf-7'] }]) {
      assert.equal(serverCapabilities(general ? { general } : {}).positionEncoding, 'utf-16');
    }
  });
});
