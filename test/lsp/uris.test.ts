import assert from 'node:assert/strict';
import { LanguageServer, notPulling } from '../support/languageServer';
import { codesOf, rangeOf } from './expected';
import { seedFailure } from './seed';

const spellings = [
  ['file:///c%3A/w', 'file:///C:/w'],
  ['file:///c:/w', 'file:///C%3A/w'],
  ['file:///w/%E5%93%8D%E5%BA%94', 'file:///w/响应'],
  ['file:///w/%e5%93%8d', 'file:///w/%E5%93%8D'],
  ['file:///w/a b(1)', 'file:///w/a%20b%281%29'],
] as const;

describe('language server: spellings of a URI', () => {
  for (const [one, other] of [...spellings, ...spellings.map(([a, b]) => [b, a] as const)]) {
    it(`${one} contains ${other}/a.json`, async () => {
      const server = await LanguageServer.start({
        workspaceFolders: [{ uri: one, name: 'w' }],
        initializationOptions: { files: { declared: ['x/a.json'] } },
      });
      await server.open(`${other}/x/a.json`, '{}');
      assert.deepEqual(codesOf(await server.diagnostics(`${other}/x/a.json`)), ['missing-response']);
      await server.open(`${other}/y/x/a.json`, '{}');
      assert.deepEqual(await server.diagnostics(`${other}/y/x/a.json`), []);
      assert.equal(await server.stop(), 0);
    });

    it(`${one}/a.json is open as ${other}/a.json until it is closed`, async () => {
      const server = await LanguageServer.start();
      const position = rangeOf(seedFailure, '"AuthFailure.SignatureFailure"').start;
      await server.open(`${other}/a.json`, seedFailure);
      assert.ok(await server.hover(`${one}/a.json`, position));
      await server.change(`${one}/a.json`, { range: { start: position, end: position }, text: '\n' });
      for (const uri of [`${one}/a.json`, `${other}/a.json`]) {
        assert.equal(await server.hover(uri, position), null);
        assert.ok(await server.hover(uri, { line: position.line + 1, character: 0 }));
      }
      await server.close(`${one}/a.json`);
      assert.equal(await server.hover(`${other}/a.json`, { line: position.line + 1, character: 0 }), null);
      assert.equal(await server.stop(), 0);
    });
  }

  it('name the same document, which is called as when it was first opened until it is closed', async () => {
    const server = await LanguageServer.start({ capabilities: notPulling });
    const [one, other] = ['file:///c%3A/a.json', 'file:///C:/a.json'];
    await server.open(one, '');
    await server.open(other, '{"Response": {"RequestId": ""}}');
    assert.deepEqual(codesOf(await server.publishedFor(one, 1)), ['empty-request-id']);
    await server.close(other);
    assert.deepEqual(await server.publishedFor(one), []);
    await server.open(other, '{"Response": {"RequestId": ""}}');
    assert.deepEqual(codesOf(await server.publishedFor(other, 1)), ['empty-request-id']);
    assert.equal(await server.stop(), 0);
  });

  it('are different if case or a fragment differ', async () => {
    const server = await LanguageServer.start();
    const position = rangeOf(seedFailure, '"AuthFailure.SignatureFailure"').start;
    await server.open('file:///w/a.json', seedFailure);
    for (const other of ['file:///w/A.json', 'file:///w/a.json#b', 'file:///w/a%23.json']) {
      assert.equal(await server.hover(other, position), null, other);
    }
    assert.equal(await server.stop(), 0);
  });
});
