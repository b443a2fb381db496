import assert from 'node:assert/strict';
import { bench } from './bench';
import { tableOf } from './report';

describe('bench', () => {
  it('measures everything in a smoke run', async () => {
    const rows = await bench({ rounds: 1, documents: [], withPeer: false, smoke: true, log: () => undefined });
    assert.ok(rows.length >= 2 * 6 + 7);
    for (const { group, name, ours, peer } of rows) {
      assert.equal(peer?.count, name.startsWith('check') ? 1 : undefined);
      for (const value of [ours.p50, ours.p99, ours.count]) {
        assert.ok(Number.isFinite(value) && value > 0, `${group}: ${name}: ${value}`);
      }
    }
    assert.equal(tableOf(rows).trimEnd().split('\n').length, rows.length + 1);
  });
});
