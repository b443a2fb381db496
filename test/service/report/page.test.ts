import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createReport, type PlacedFailure } from '../../../server/src/service';
import { hostileTexts, invisibleCharacters } from '../../support/hostile';
import { serviceWith, type ServiceOptions } from '../../support/service';
import { rowsOf, some } from './failures';

interface Options extends ServiceOptions {
  readonly isInEditor?: boolean;
  readonly notes?: readonly string[];
}

const pageOf = (failures: readonly Partial<PlacedFailure>[], { isInEditor, notes, ...options }: Options = {}): string =>
  serviceWith(options).reportToHtml(createReport(rowsOf(failures, options)), {
    ...(isInEditor === undefined ? {} : { isInEditor }),
    ...(notes ? { notes } : {}),
  });

/** The tags of a page with the names of their attributes, without what is inside of scripts and styles. */
const tagsOf = (page: string): string[] =>
  [...page.replace(/<(script|style)>.*?<\/\1>/gs, '<$1></$1>').matchAll(/<[^>]*>/g)].map(([tag]) =>
    tag.replace(/="[^"]*"/g, ''),
  );

const contentOf = (page: string, tag: string): string =>
  new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(page)?.[1] ?? '';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('a report as a page', () => {
  it('lists the failures, with a bar for each code and product and a line over time', () => {
    const page = pageOf(some);
    assert.ok(
      page.includes(`<thead><tr><th scope="col"><button type="button" data-sort>Time</button></th>`) &&
        page.includes(
          '<tr><td>2025-10-30 13:33:38</td><td>AuthFailure.SignatureFailure</td><td>Signature error.</td><td>cvm</td><td>caller</td><td>logs/a.log:7</td><td>r-1</td></tr>',
        ) &&
        page.includes(
          '<tr><th scope="row"><button type="button" class="link" data-filter="cbs">cbs</button></th><td class="count">1</td><td class="bars"><svg class="bar" width="100%" height="12" aria-hidden="true"><rect width="50%" height="12"></rect></svg></td></tr>',
        ) &&
        page.includes('<tr><th scope="row">No code</th><td class="count">1</td>') &&
        page.includes(
          'role="img" aria-label="By minute (UTC, or the time as logged if it has no zone), from 2025-10-30 13:33 to 2025-10-30 13:35, at most 2">',
        ) &&
        page.includes('<polyline points="0,60 300,120 600,0"></polyline>') &&
        page.includes('<p>Failures without a known time: 1.</p>'),
      page,
    );
  });

  it('allows its own script and its own style, and nothing else', () => {
    const page = pageOf(some);
    const [, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page) ?? [];
    assert.deepEqual(policy?.replaceAll('&#39;', "'").split('; '), [
      "default-src 'none'",
      `script-src ${hashOf(contentOf(page, 'script'))}`,
      `style-src ${hashOf(contentOf(page, 'style'))}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    assert.doesNotMatch(page, /\bhttps?:|\b(?:src|href|style|on\w+)=|url\(|@import/);
  });

  it('has the same elements whatever the texts are', () => {
    const texts = [
      ...hostileTexts,
      `"><script>alert(1)</script>`,
      `' onclick='x`,
      '</title></style></script><b>',
      '{0} {1}',
    ];
    const of = (failures: readonly string[]): string =>
      pageOf(
        failures.map((text) => ({ code: text, description: text, product: text, requestId: text, file: text })),
        { notes: failures },
      );
    assert.deepEqual(tagsOf(of(texts)), tagsOf(of(texts.map((_, index) => `text${index}`))));
  });

  it('shows what is invisible', () => {
    const page = pageOf(Object.values(invisibleCharacters).map((character) => ({ code: `a${character}b` })));
    for (const character of Object.values(invisibleCharacters)) {
      assert.ok(!page.includes(character));
    }
    assert.match(page, /<td>a\\u202eb<\/td>/);
  });

  it('says what is not on it', () => {
    const page = pageOf(
      Array.from({ length: 10_001 }, () => ({})),
      { notes: ['cannot read <a>.'] },
    );
    assert.match(
      page,
      /<p>10001 failures<\/p>\n<p>Only the first 10000 are listed; all are counted\.<\/p>\n<p>cannot read &lt;a&gt;\.<\/p>/,
    );
    assert.equal(page.match(/<tr><td>/g)?.length, 10_000);
  });

  it('draws no line of a single time, which the table says', () => {
    const page = pageOf([{ time: '2025-10-30 13:35:00' }]);
    assert.doesNotMatch(page, /class="line"/);
    assert.match(page, /<details open><summary>As a table<\/summary>[^]*<th scope="row">2025-10-30 13:35<\/th>/);
  });

  it('has no list and no charts without failures', () => {
    assert.doesNotMatch(pageOf([]), /<table|<svg|<input/);
    assert.match(pageOf([]), /<p>0 failures<\/p>/);
  });

  it('in an editor has buttons that open each failure, and that export all', () => {
    const page = pageOf(some, { isInEditor: true });
    assert.deepEqual(
      [...page.matchAll(/<button[^>]* data-(open|export)="([^"]*)">([^<]*)</g)].map(([, ...parts]) => parts),
      [
        ['export', 'markdown', 'Export as Markdown'],
        ['export', 'csv', 'Export as CSV'],
        ['open', '0', 'logs/a.log:7'],
        ['open', '1', 'a.json:2'],
        ['open', '2', 'a.json:1'],
        ['open', '3', '=cmd|x.json:1'],
      ],
    );
    assert.doesNotMatch(pageOf(some), /data-(?:open|export)=/);
  });

  it('is in Chinese, too', () => {
    assert.match(
      pageOf(some, { language: 'zh-cn' }),
      /<html lang="zh-CN">.*<h1>API 失败调用报告<\/h1>.*<label for="filter">筛选<\/label>/s,
    );
  });
});
