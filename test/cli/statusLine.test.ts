import assert from 'node:assert/strict';
import { StatusLine, terminalOf } from '../../server/src/cli/output/statusLine';

const erase = '\r\u001b[K';

describe('command line: the status line', () => {
  let time: number;
  let written: string[];
  let line: StatusLine;

  beforeEach(() => {
    time = 0;
    written = [];
    line = new StatusLine({ write: (text) => written.push(text) }, () => time);
  });

  const showAt = (at: number): void => {
    time = at;
    line.show(() => `at ${at}`);
  };

  it('is shown in long runs only, and ten times a second at most', () => {
    [0, 999, 1_000, 1_050, 1_099, 1_100, 5_000].forEach(showAt);
    assert.deepEqual(written, [`${erase}at 1000`, `${erase}at 1100`, `${erase}at 5000`]);
  });

  it('is erased once before other output', () => {
    line.makeWayFor('a\n');
    showAt(1_000);
    line.makeWayFor('b\n');
    line.makeWayFor('c\n');
    assert.deepEqual(written, [`${erase}at 1000`, erase]);
  });

  it('does not overwrite a line that is not complete yet', () => {
    line.makeWayFor('{');
    showAt(1_000);
    line.makeWayFor('');
    showAt(2_000);
    assert.deepEqual(written, []);
    line.makeWayFor('}\n');
    showAt(3_000);
    assert.deepEqual(written, [`${erase}at 3000`]);
  });

  it('writes to nobody where there is no terminal', () => {
    new StatusLine(undefined, () => time++ * 10_000).show(() => assert.fail('asked for a text'));
  });

  it('needs a terminal that can erase, with a person before it', () => {
    const stream = (isTTY?: true): Parameters<typeof terminalOf>[0] => ({ write: () => true, ...(isTTY && { isTTY }) });
    assert.equal(terminalOf(stream(), {}), undefined);
    assert.equal(terminalOf(stream(true), { CI: 'true' }), undefined);
    assert.equal(terminalOf(stream(true), { TERM: 'dumb' }), undefined);
    const terminal = stream(true);
    assert.equal(terminalOf(terminal, { TERM: 'xterm', CI: '' }), terminal);
  });
});
