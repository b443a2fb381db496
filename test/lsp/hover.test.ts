import assert from 'node:assert/strict';
import type { MarkupContent, MarkupKind } from 'vscode-languageserver/node';
import { explainCommand } from '../../server/src/lsp/protocol';
import { LanguageServer } from '../support/languageServer';
import { commandIn } from '../support/markdown';
import { positionOf, rangeOf } from './expected';
import { seedFailure, seedSuccess } from './seed';

const uri = 'file:///w/failure.json';

describe('language server: hover', () => {
  let server: LanguageServer;

  before(async () => {
    server = await LanguageServer.start();
    await server.open(uri, seedFailure);
  });

  after(async () => assert.equal(await server.stop(), 0));

  it('explains the code of a failure, the answer first', async () => {
    const range = rangeOf(seedFailure, '"AuthFailure.SignatureFailure"');
    for (const position of [range.start, { ...range.start, character: range.start.character + 10 }, range.end]) {
      const hover = await server.hover(uri, position);
      assert.deepEqual(hover?.range, range);
      assert.ok(typeof hover.contents === 'object' && 'kind' in hover.contents);
      assert.equal(hover.contents.kind, 'markdown');
      assert.equal(hover.contents.value.split('\n')[0], '**`AuthFailure.SignatureFailure`** — Signature error.');
    }
  });

  it('explains each fixed member', async () => {
    for (const name of ['Response', 'Error', 'Code', 'Message', 'RequestId']) {
      const range = rangeOf(seedFailure, `"${name}"`);
      const hover = await server.hover(uri, range.start);
      assert.deepEqual(hover?.range, range);
      assert.ok(typeof hover.contents === 'object' && 'value' in hover.contents);
      assert.match(hover.contents.value, new RegExp(`^\\*\\*\`${name}\`\\*\\* — `));
    }
  });

  it('shows nothing elsewhere', async () => {
    assert.equal(await server.hover(uri, { line: 0, character: 0 }), null);
    assert.equal(await server.hover(uri, positionOf(seedFailure, seedFailure.length)), null);
    const success = 'file:///w/success.json';
    await server.open(success, seedSuccess);
    assert.equal(await server.hover(success, rangeOf(seedSuccess, '"TotalCount"').start), null);
    assert.equal(await server.hover(success, rangeOf(seedSuccess, '[]').start), null);
  });

  it('shows nothing for other vendors', async () => {
    const aws = '{"Error": {"Code": "InternalError", "Message": "m"}, "RequestId": "r"}';
    await server.open('file:///w/aws.json', aws);
    assert.equal(await server.hover('file:///w/aws.json', rangeOf(aws, '"InternalError"').start), null);
  });
});

describe('language server: hover of a client that says what it renders', () => {
  const contentsFor = async (contentFormat: MarkupKind[], initializationOptions?: object): Promise<MarkupContent> => {
    const capabilities = { textDocument: { hover: { contentFormat } } };
    const server = await LanguageServer.start({ capabilities, initializationOptions });
    await server.open(uri, seedFailure);
    const hover = await server.hover(uri, rangeOf(seedFailure, '"AuthFailure.SignatureFailure"').start);
    assert.equal(await server.stop(), 0);
    assert.ok(hover && typeof hover.contents === 'object' && 'kind' in hover.contents);
    return hover.contents;
  };

  for (const formats of [['plaintext'], []] as MarkupKind[][]) {
    it(`is plain text if it renders no Markdown but ${JSON.stringify(formats)}`, async () => {
      const { kind, value } = await contentsFor(formats);
      assert.equal(kind, 'plaintext');
      assert.equal(value.split('\n')[0], 'AuthFailure.SignatureFailure — Signature error.');
      assert.match(value, /^Documentation: https:\/\/[^\s)]+$/m);
      assert.doesNotMatch(value, /[`*\\]|\]\(/);
    });
  }

  it('is Markdown if that is among what it renders', async () => {
    assert.equal((await contentsFor(['plaintext', 'markdown'])).kind, 'markdown');
  });

  it('links to the whole explanation only if it runs commands in hovers', async () => {
    const { start: position } = rangeOf(seedFailure, '"AuthFailure.SignatureFailure"');
    const argument = { code: 'AuthFailure.SignatureFailure', uri, position };
    const { value } = await contentsFor(['markdown'], { hoverCommands: true });
    assert.deepEqual(commandIn(value), [explainCommand, argument]);
    assert.doesNotMatch((await contentsFor(['markdown'], { commands: true })).value, /command:/);
  });
});
