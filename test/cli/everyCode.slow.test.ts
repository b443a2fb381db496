import assert from 'node:assert/strict';
import { builtinCatalog } from '../../server/src/data/builtinData';
import { displayLanguages } from '../../server/src/service';
import { chinese } from '../support/chinese';
import { run } from './run';

for (const language of displayLanguages) {
  describe(`command line: every code of the catalog in ${language}`, function () {
    this.timeout(600_000);

    it('is explained', async () => {
      const entries = builtinCatalog(language).entries();
      for (let start = 0; start < entries.length; start += 8) {
        await Promise.all(
          entries.slice(start, start + 8).map(async ({ code, product = '', description }) => {
            const answer = await run(['explain', code, '--product', product, '--locale', language]);
            assert.equal(answer.code, 0, code);
            assert.ok(answer.stdout.startsWith(`${code}: ${description}\n`), code);
            // Values of parameters may be Chinese, such as the default line of DNSPod.
            assert.equal(chinese.test(answer.stdout.replace(/`[^`]*`/g, '')), language === 'zh-cn', code);
          }),
        );
      }
    });
  });
}
