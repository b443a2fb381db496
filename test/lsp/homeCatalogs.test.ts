import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TemporaryFolder } from '../cli/run';
import { LanguageServer, pulling } from '../support/languageServer';

it("language server: catalogs in the user's home are found as each system writes their paths", async () => {
  const home = new TemporaryFolder();
  const catalog = (product: string): string =>
    JSON.stringify({ schemaVersion: 1, product, codes: { [`Teapot.${product}`]: 'Mine.' } });
  home.write({ 'one.json': catalog('one'), 'two.json': catalog('two') });
  const server = await LanguageServer.start({
    env: { HOME: home.path, USERPROFILE: home.path },
    capabilities: { ...pulling, workspace: { configuration: true } },
    settingsOf: () => ({ catalogs: ['~/one.json', '~\\two.json'] }),
  });
  try {
    for (const product of ['one', 'two']) {
      const uri = pathToFileURL(join(home.path, `${product}.json`)).href;
      assert.deepEqual(await server.publishedFor(uri), []);
      const { markdown } = await server.request<{ markdown: string }>('apiResponse/explain', {
        code: `Teapot.${product}`,
      });
      assert.match(markdown, /^\*\*.*\*\* — .*Mine\./);
    }
  } finally {
    assert.equal(await server.stop(), 0);
    home.remove();
  }
});
