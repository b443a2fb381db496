import assert from 'node:assert/strict';
import { reported } from './reported';

const failure = (code: string, id: string): string =>
  JSON.stringify({ Response: { Error: { Code: code, Message: 'm' }, RequestId: id } });

/** The rows of the list, without the meaning. */
const rowsOf = (page: string): string[][] =>
  [...page.matchAll(/^<tr><td>(.*)<\/td><\/tr>$/gm)].map(([, cells = '']) => {
    const [time = '', code = '', , ...others] = cells.split('</td><td>');
    return [time, code, ...others];
  });

describe('command line: check --format html', () => {
  const files = {
    'none.json': '{}',
    'a.log': `2025-10-30 13:33:38 POST https://cvm.tencentcloudapi.com: ${failure('InternalError', 'r-1')}\n`,
    'b.jsonl': `{"Response": {"RequestId": 1}}\n${failure('AuthFailure.SignatureFailure', 'r-2')}\n`,
  };

  it('is one page with the failures of all files, and no findings', async () => {
    const page = await reported(files, { format: 'html' });
    assert.match(page, /^<!doctype html>\n[^]*<\/html>\n$/);
    assert.deepEqual(rowsOf(page), [
      ['2025-10-30 13:33:38', 'InternalError', 'cvm', 'service', 'a.log:1', 'r-1'],
      ['', 'AuthFailure.SignatureFailure', '', 'caller', 'b.jsonl:2', 'r-2'],
    ]);
    assert.match(page, /<p>2 failures<\/p>/);
  });

  it('is a page without failures, too', async () => {
    assert.match(await reported({}, { format: 'html' }), /<p>0 failures<\/p>[^]*<\/html>\n$/);
  });

  it('has failures of files over 4 MB, without their calls', async () => {
    const text = `${'x'.repeat(100)}\n`.repeat(42_000) + files['a.log'];
    const page = await reported({ 'large.log': text }, { format: 'html' });
    assert.deepEqual(rowsOf(page), [['', 'InternalError', '', 'service', 'large.log:42001', 'r-1']]);
  });

  it('takes what is in many parts of the output', async () => {
    const lines = Array.from({ length: 3_000 }, (_, index) => `${failure('InternalError', `r-${index}`)}\n`);
    const rows = rowsOf(await reported({ 'a.jsonl': lines.join('') }, { format: 'html' }));
    assert.deepEqual(
      rows.map((row) => row.at(-1)),
      lines.map((_, index) => `r-${index}`),
    );
  });
});
