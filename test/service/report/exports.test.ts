import assert from 'node:assert/strict';
import { createReport } from '../../../server/src/service';
import { hostileTexts } from '../../support/hostile';
import { serviceWith, type ServiceOptions } from '../../support/service';
import { failure, rowsOf, some } from './failures';

const markdownOf = (failures = some, options: ServiceOptions = {}): string =>
  serviceWith(options).reportToMarkdown(createReport(rowsOf(failures, options)));

const csvOf = (failures = some, options: ServiceOptions = {}): string =>
  serviceWith(options).reportToCsv(createReport(rowsOf(failures, options)));

/** The records of CSV, as RFC 4180 has it. */
function readCsv(csv: string): string[][] {
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  const records: string[][] = [[]];
  while (field.lastIndex < csv.length) {
    const match = field.exec(csv);
    assert.ok(match, `No field of CSV: ${csv.slice(0, 1_000)}`);
    const [, quoted, bare = '', end] = match;
    records.at(-1)!.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === '\r\n') {
      records.push([]);
    }
  }
  return records.slice(0, -1);
}

describe('a report as Markdown', () => {
  it('has the counts and the list', () => {
    assert.equal(
      markdownOf(),
      `# API Failure Report

4 failures

## By code

|  | Failures |
| --- | --- |
| RequestLimitExceeded | 2 |
| AuthFailure\\.SignatureFailure | 1 |
| No code | 1 |

## By product

|  | Failures |
| --- | --- |
| cvm | 2 |
| cbs | 1 |
| Unknown product | 1 |

## By minute (UTC, or the time as logged if it has no zone)

|  | Failures |
| --- | --- |
| 2025-10-30 13\\:33 | 1 |
| 2025-10-30 13\\:34 | 0 |
| 2025-10-30 13\\:35 | 2 |

Failures without a known time: 1.

## Failures

| Time | Code | Meaning | Product | Fault | Place | RequestId |
| --- | --- | --- | --- | --- | --- | --- |
| 2025-10-30 13\\:33\\:38 | AuthFailure\\.SignatureFailure | Signature error. | cvm | caller | logs/a\\.log\\:7 | r-1 |
| 2025-10-30 13\\:35\\:00 | RequestLimitExceeded |  | cbs | caller | a\\.json\\:2 | r-2 |
| 2025-10-30 13\\:35\\:59 | RequestLimitExceeded |  | cvm | caller | a\\.json\\:1 |  |
|  |  |  |  |  | \\=cmd\\|x\\.json\\:1 |  |
`,
    );
  });

  it('has a row of seven cells for each failure, whatever its texts are', () => {
    const lines = markdownOf(hostileTexts.map((text) => ({ code: text, file: text })))
      .trimEnd()
      .split('\n');
    const rows = lines.slice(-hostileTexts.length);
    assert.deepEqual(
      rows.map((row) => row.replace(/\\./g, '').match(/\|/g)?.length),
      rows.map(() => 8),
    );
    assert.match(lines.at(-hostileTexts.length - 1)!, /^\|(?: --- \|){7}$/);
  });

  it('is in Chinese, too', () => {
    assert.match(markdownOf(some, { language: 'zh-cn' }), /^# API 失败调用报告\n\n4 次失败\n\n## 按错误码\n/);
  });
});

describe('a report as CSV', () => {
  it('has a record for each failure', () => {
    assert.equal(
      csvOf(),
      [
        'Time,Code,Meaning,Product,Fault,Place,RequestId',
        '2025-10-30 13:33:38,AuthFailure.SignatureFailure,Signature error.,cvm,caller,logs/a.log:7,r-1',
        '2025-10-30 13:35:00,RequestLimitExceeded,,cbs,caller,a.json:2,r-2',
        '2025-10-30 13:35:59,RequestLimitExceeded,,cvm,caller,a.json:1,',
        ",,,,,'=cmd|x.json:1,",
        '',
      ].join('\r\n'),
    );
  });

  it('says the same whatever is quoted, and no formula', () => {
    const texts = [
      ...hostileTexts,
      'a,b',
      'a"b"',
      '"',
      ',',
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '＝1',
      '\t=1',
      ' =1',
      "'=1",
    ];
    const rows = rowsOf(texts.map((text) => ({ code: text })));
    const records = readCsv(csvOf(texts.map((text) => failure({ code: text }))));
    assert.deepEqual(
      records.slice(1).map((record) => [record.length, record[1]?.replace(/^'(?=[=+\-@＝])/, '')]),
      rows.map(({ code }) => [7, code.replace(/^'(?=[=+\-@＝])/, '')]),
    );
    for (const field of records.flat()) {
      assert.doesNotMatch(field, /^\s*[=+\-@＝＋－＠]/);
    }
  });
});
