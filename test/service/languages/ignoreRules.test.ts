import fc from 'fast-check';
import ignore from 'ignore';
import assert from 'node:assert/strict';
import { IgnoreRules, type IgnoreFile } from '../../../server/src/lsp/protocol';
import { runs } from '../../support/runs';

const rulesOf = (...lines: readonly string[]): IgnoreRules => new IgnoreRules([{ folder: '', text: lines.join('\n') }]);

describe('.gitignore', () => {
  for (const [rules, ignored, others] of [
    [['a.json'], ['a.json', 'x/a.json', 'a.json/x', 'A.JSON'], ['b.json', 'xa.json']],
    [['/a.json'], ['a.json'], ['x/a.json']],
    [['x/a.json'], ['x/a.json'], ['a.json', 'y/x/a.json']],
    [['build/'], ['build/a.json', 'x/build/a.json'], ['build']],
    [
      ['*.log', '!keep.log'],
      ['a.log', 'x/b.log'],
      ['keep.log', 'x/keep.log'],
    ],
    [['build/', '!build/keep.log'], ['build/keep.log'], []],
    [['build/*', '!build/keep.log'], ['build/a.log'], ['build/keep.log']],
    [['**/temp'], ['temp', 'x/y/temp', 'temp/a'], []],
    [['temp/**'], ['temp/a', 'temp/x/a'], ['temp', 'x/temp/a']],
    [['a/**/b'], ['a/b', 'a/x/b', 'a/x/y/b/z'], ['x/a/b']],
    [
      ['# comment', '', '   ', '\\#a', '\\!b'],
      ['#a', '!b'],
      ['# comment', 'a', 'b'],
    ],
    [
      ['a  ', 'b\\ ', 'c\\\\ '],
      ['a', 'b ', 'c\\'],
      ['a  ', 'b', 'c\\ '],
    ],
    [['[ab].[!c]'], ['a.b', 'b.x'], ['c.b', 'a.c']],
    [['*'], ['a', 'x/a'], []],
    [['/'], [], ['a']],
    [['!'], [], ['a']],
  ] as const) {
    it(`${JSON.stringify(rules)} ignores ${ignored.join(' ')}, and not ${others.join(' ')}`, () => {
      const ignoreRules = rulesOf(...rules);
      assert.deepEqual(
        [...ignored, ...others].filter((path) => ignoreRules.ignores(path)),
        [...ignored],
      );
    });
  }

  it('may have Windows line ends and a byte order mark', () => {
    const rules = new IgnoreRules([{ folder: '', text: '\ufeffa\r\nb \r\n' }]);
    assert.deepEqual(
      ['a', 'b', 'c'].map((path) => rules.ignores(path)),
      [true, true, false],
    );
  });

  describe('in inner folders', () => {
    const files: readonly IgnoreFile[] = [
      { folder: 'x', text: '!a.log\n/b.log\n!out/c.log' },
      { folder: '', text: '*.log\nx/out/' },
    ];
    for (const [path, expected] of [
      ['a.log', true],
      ['x/a.log', false],
      ['x/y/a.log', false],
      ['x/b.log', true],
      ['y/x/a.log', true],
      ['x/out/c.log', true],
    ] as const) {
      it(`overrides outer ones, but not for folders that are ignored: ${path}`, () => {
        assert.equal(new IgnoreRules(files).ignores(path), expected);
      });
    }
  });

  it('is read as the package ignore reads it', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', 'C', '.', '-'), minLength: 1, maxLength: 3 });
    const path = fc
      .array(
        name.filter((each) => !/^\.+$/.test(each)),
        { minLength: 1, maxLength: 4 },
      )
      .map((names) => names.join('/'));
    const segment = fc.oneof(
      fc.constant('**'),
      fc
        .array(fc.constantFrom('a', 'b', 'c', '*', '?', '.', '-', '[ab]', '[!a]'), { minLength: 1, maxLength: 3 })
        .map((pieces) => pieces.join(''))
        .filter((each) => !each.includes('**') && each !== '.' && each !== '..'),
    );
    const rule = fc
      .tuple(
        fc.constantFrom('', '', '!'),
        fc.constantFrom('', '/'),
        fc.array(segment, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('', '', '/'),
      )
      .map(([negation, start, segments, end]) => `${negation}${start}${segments.join('/')}${end}`);
    const property = fc.property(fc.array(rule, { maxLength: 4 }), path, (lines, file) => {
      assert.equal(
        rulesOf(...lines).ignores(file),
        ignore().add(lines).ignores(file),
        `${lines.join(' ')} and ${file}`,
      );
    });
    fc.assert(property, { numRuns: runs(20_000) });
  });

  it('has rules that take no time, whatever they look like', () => {
    const hostile = `/${'**/*a/'.repeat(7)}**/*a\\*b`;
    const path = `${'a/'.repeat(122)}ab`;
    const before = process.cpuUsage();
    assert.equal(rulesOf(hostile).ignores(path), false);
    const { user, system } = process.cpuUsage(before);
    // It took minutes.
    assert.ok(user + system < 1e6, `${user + system} µs`);
  });

  it('counts up to 50,000 characters of a file', () => {
    const text = `first\n${'# comment\n'.repeat(5_000)}last\n`;
    const rules = new IgnoreRules([{ folder: '', text }]);
    assert.deepEqual(
      ['first', 'last'].map((path) => rules.ignores(path)),
      [true, false],
    );
  });
});
