import assert from 'node:assert/strict';
import { LanguageServer } from '../support/languageServer';
import { codesOf, rangeOf } from './expected';

const code = 'AuthFailure.SignatureFailure';
const response = JSON.stringify({ Response: { Error: { Code: code, Message: 'm' }, RequestId: 'r' } });
const lines = `${response}\n${response}\n`;
const exception = `[TencentCloudSDKError] Code=${code}, Message=m, RequestId=r\n`;
const go = `package main

import "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common/errors"

var code = "${code}"
`;

describe('language server: a language ID that only other editors use', () => {
  let server: LanguageServer;

  before(async () => (server = await LanguageServer.start()));

  after(async () => assert.equal(await server.stop(), 0));

  for (const [languageId, name, text] of [
    ['js-json', 'js-json.json', response],
    ['text', 'notes.txt', exception],
    ['text', 'response.txt', `// a comment\n${response}`],
    ['yml', 'cassette.yml', `body: '${response}'\n`],
    ['ndjson', 'lines.ndjson', lines],
    ['json5', 'a.json5', `// a comment\n${response}`],
    ['json5', 'loose.json5', `{ Response: { Error: { Code: '${code}', Message: 'm' }, RequestId: 'r' } }`],
    ['', 'a.json', response],
    ['', 'no-extension', exception],
    ['', 'lines', lines],
    ['conf', '%E5%93%8D%E5%BA%94.har', response],
    ['golang', 'handler.go', go],
  ] as const) {
    it(`${languageId || 'none'} of ${name}`, async () => {
      const uri = `file:///w/ids/${name}`;
      await server.open(uri, text, languageId);
      const hover = await server.hover(uri, rangeOf(text, code).start);
      assert.ok(JSON.stringify(hover?.contents).includes('Signature error.'), JSON.stringify(hover));
    });
  }

  it('but one that is known counts more than the name', async () => {
    const broken = '{"Response": {"RequestId": 1}}\n{"Response": {"RequestId": 2}}\n';
    await server.open('file:///w/broken.json', broken, 'jsonl');
    assert.deepEqual(codesOf(await server.diagnostics('file:///w/broken.json')), [
      'request-id-not-string',
      'request-id-not-string',
    ]);
    await server.open('file:///w/source.json', response, 'go');
    assert.equal(await server.hover('file:///w/source.json', rangeOf(response, code).start), null);
  });
});
