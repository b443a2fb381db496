import assert from 'node:assert/strict';
import type { CompletionItem, CompletionList } from 'vscode-languageserver/node';
import { LanguageServer, pulling } from '../support/languageServer';
import { parseCursor } from '../support/markers';
import { positionOf, rangeOf } from './expected';

const uri = 'file:///w/handler.go';

const { text, offset } = parseCursor(`package main

import cfw "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/cfw/v20190904"

func isMissing(client *cfw.Client, code string) bool {
	return code == "ResourceNotFound.TeapotMissing" || code == "<|>"
}
`);

const labelsOf = (found: CompletionItem[] | CompletionList): string[] =>
  (Array.isArray(found) ? found : found.items).map(({ label }) => label);

describe('language server: source code', () => {
  let server: LanguageServer;

  const start = async (settings: unknown = {}): Promise<void> => {
    server = await LanguageServer.start({ capabilities: pulling, initializationOptions: settings });
    await server.open(uri, text, 'go');
  };

  const complete = async (): Promise<string[]> => {
    const position = positionOf(text, offset);
    const params = { textDocument: { uri }, position };
    return labelsOf(await server.request<CompletionItem[] | CompletionList>('textDocument/completion', params));
  };

  afterEach(async () => assert.equal(await server.stop(), 0));

  it('is explained, checked, completed and fixed', async () => {
    await start();
    const range = rangeOf(text, 'ResourceNotFound.TeapotMissing');
    assert.deepEqual((await server.hover(uri, range.start))?.range, range);
    assert.deepEqual(
      (await server.diagnostics(uri)).map(({ code, severity, range: where }) => [code, severity, where]),
      [['unlisted-code-in-source', 4, range]],
    );
    const labels = await complete();
    assert.ok(labels.includes('ResourceNotFound'), labels.join());
  });

  it('is left alone where the setting is off', async () => {
    await start({ sourceCode: { enabled: false } });
    assert.equal(await server.hover(uri, rangeOf(text, 'ResourceNotFound.TeapotMissing').start), null);
    assert.deepEqual(await server.diagnostics(uri), []);
    assert.deepEqual(await complete(), []);
  });

  it('is left alone in a file that does not name the SDK', async () => {
    await start();
    const other = text.replaceAll('tencentcloud', 'othercloud');
    await server.open('file:///w/other.go', other, 'go');
    assert.deepEqual(await server.diagnostics('file:///w/other.go'), []);
  });
});
