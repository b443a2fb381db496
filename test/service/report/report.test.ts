import assert from 'node:assert/strict';
import { createReport, type ReportRow } from '../../../server/src/service';
import { leakOf, place } from '../../support/madeUpSecrets';
import { rowsOf, some } from './failures';

const [blank] = rowsOf([{}]) as [ReportRow];

describe('a report', () => {
  it('counts failures by code, by product and over time, and lists them', () => {
    const rows = rowsOf(some);
    assert.deepEqual(createReport(rows), {
      total: 4,
      byCode: {
        top: [
          { name: 'RequestLimitExceeded', count: 2 },
          { name: 'AuthFailure.SignatureFailure', count: 1 },
          { name: '', count: 1 },
        ],
        others: 0,
      },
      byProduct: {
        top: [
          { name: 'cvm', count: 2 },
          { name: 'cbs', count: 1 },
          { name: '', count: 1 },
        ],
        others: 0,
      },
      overTime: {
        unit: 'minute',
        points: [
          { time: '2025-10-30 13:33', count: 1 },
          { time: '2025-10-30 13:34', count: 0 },
          { time: '2025-10-30 13:35', count: 2 },
        ],
      },
      untimed: 1,
      rows,
    });
    assert.deepEqual(rows[0], {
      time: '2025-10-30 13:33:38',
      code: 'AuthFailure.SignatureFailure',
      description: 'Signature error.',
      product: 'cvm',
      fault: 'caller',
      file: 'logs/a.log',
      line: 7,
      requestId: 'r-1',
    });
  });

  it('of nothing is empty', () => {
    assert.deepEqual(createReport([]), {
      total: 0,
      byCode: { top: [], others: 0 },
      byProduct: { top: [], others: 0 },
      overTime: { unit: 'minute', points: [] },
      untimed: 0,
      rows: [],
    });
  });

  it('lists 10,000 failures and has 20 bars, and counts all others', () => {
    const rows = Array.from({ length: 10_100 }, (_, index) => ({ ...blank, code: index < 50 ? 'A' : `B${index}` }));
    const report = createReport(rows);
    assert.deepEqual(report.rows, rows.slice(0, 10_000));
    assert.equal(report.total, 10_100);
    assert.equal(report.byCode.top.length, 20);
    assert.deepEqual(report.byCode.top[0], { name: 'A', count: 50 });
    assert.equal(report.byCode.others, 10_100 - 50 - 19);
    assert.equal(report.untimed, 10_100);
  });

  describe('divides time', () => {
    const pointsOf = (...times: string[]): string[] => {
      const { unit, points } = createReport(times.map((time) => ({ ...blank, time }))).overTime;
      return [
        unit,
        String(points.length),
        ...points.filter(({ count }) => count > 0).map(({ time, count }) => `${time} ×${count}`),
      ];
    };

    for (const [times, expected] of [
      [['2025-10-30 13:33:38'], ['minute', '1', '2025-10-30 13:33 ×1']],
      [
        ['2025-12-31 23:59:00', '2026-01-01 00:00:59'],
        ['minute', '2', '2025-12-31 23:59 ×1', '2026-01-01 00:00 ×1'],
      ],
      [
        ['2025-10-30 13:00:00', '2025-10-30 14:40:00'],
        ['hour', '2', '2025-10-30 13 ×1', '2025-10-30 14 ×1'],
      ],
      [
        ['2024-02-28 00:00:00', '2024-03-10 00:00:00'],
        ['day', '12', '2024-02-28 ×1', '2024-03-10 ×1'],
      ],
      [
        ['2025-01-31 00:00:00', '2025-12-31 00:00:00'],
        ['month', '12', '2025-01 ×1', '2025-12 ×1'],
      ],
      [
        ['1999-01-01 00:00:00', '2025-12-31 00:00:00'],
        ['year', '27', '1999 ×1', '2025 ×1'],
      ],
      [
        ['0001-01-01 00:00:00', '9999-12-31 00:00:00'],
        ['year', '2', '0001 ×1', '9999 ×1'],
      ],
    ] as const) {
      it(`from ${times[0]} on as finely as a line can show: ${expected[0]}`, () => {
        assert.deepEqual(pointsOf(...times), expected);
        assert.deepEqual(pointsOf(...[...times].reverse()), expected);
      });
    }

    it('the same, whatever the order of many times', () => {
      const times = Array.from({ length: 500 }, (_, minute) =>
        new Date(Date.UTC(2025, 9, 30, 0, minute)).toISOString().slice(0, 19).replace('T', ' '),
      );
      const points = pointsOf(...times);
      assert.deepEqual(points.slice(0, 3), ['hour', '9', '2025-10-30 00 ×60']);
      assert.deepEqual(pointsOf(...[...times].reverse()), points);
    });
  });

  describe('reads the time of a call', () => {
    for (const [written, expected] of [
      ['2025-10-30 13:33:38 UTC', '2025-10-30 13:33:38'],
      ['2025-10-30T13:33:38.123Z', '2025-10-30 13:33:38'],
      ['2025-10-30T21:33:38.123456+0800', '2025-10-30 13:33:38'],
      ['2025-10-30 21:33 +08:00', '2025-10-30 13:33:00'],
      ['2025/10/30 13:33:38,123', '2025-10-30 13:33:38'],
      ['Thu, 30 Oct 2025 13:33:38 GMT', '2025-10-30 13:33:38'],
      ['2025-13-45 13:33:38', ''],
      ['0000-01-01 00:00:00 +08:00', ''],
      ['yesterday', ''],
      ['1', ''],
      ['', ''],
    ] as const) {
      it(JSON.stringify(written), () => assert.equal(rowsOf([{ time: written }])[0]?.time, expected));
    }
  });

  it('has no secrets', () => {
    const { text, secrets } = place('SecretKey={key}, token: {token}, see {id}', 'report');
    const name = place('{id}', 'report').text;
    const rows = rowsOf([
      {
        code: `AuthFailure.${text}`,
        description: `Judging by the name: ${text}`,
        requestId: text,
        product: name,
        file: `${name}.log`,
      },
    ]);
    assert.equal(leakOf(secrets, JSON.stringify(rows)), undefined, JSON.stringify(rows));
    assert.match(JSON.stringify(rows), /removed/);
  });

  it('shows a text on one line, with all of it visible, and cut if it is long', () => {
    assert.deepEqual(rowsOf([{ code: ' a\n\tb\u202ec ', file: 'x'.repeat(600) }]), [
      { ...blank, code: 'a b\\u202ec', file: `${'x'.repeat(500)}…` },
    ]);
  });
});
