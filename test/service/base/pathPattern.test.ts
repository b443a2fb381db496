import fc from 'fast-check';
import assert from 'node:assert/strict';
import picomatch from 'picomatch';
import { expandBraces } from '../../../server/src/service/base/expandBraces';
import { pathPattern } from '../../../server/src/service/base/pathPattern';
import { runs } from '../../support/runs';

const matches = (pattern: string, path: string): boolean => pathPattern(pattern)(path.split('/'));

describe('path patterns', () => {
  for (const [pattern, matched, others] of [
    ['a/b', ['a/b'], ['a', 'a/b/c', 'b', 'A/b']],
    ['a*', ['a', 'ab', 'a*'], ['b', 'ba', 'a/b']],
    ['*b', ['b', 'ab', 'bb'], ['ba', 'a/b']],
    ['a*b*c', ['abc', 'axbxc', 'abbcc'], ['acb', 'ab', 'abcd']],
    ['ab*ba', ['abba', 'abxba'], ['aba']],
    ['a?c', ['abc', 'a?c', 'a中c'], ['ac', 'abbc', 'a/c']],
    ['?*', ['a', 'ab'], []],
    ['[a-c]x[!0-9]', ['ax_', 'cxx'], ['dx_', 'ax1', 'a-c']],
    ['[^a]', ['b'], ['a', 'bb']],
    ['[]-]', [']', '-'], ['a', '[]-]']],
    ['[a\\]b]', [']', 'b'], ['\\']],
    ['[a-]', ['a', '-'], ['b']],
    ['*[ab]?', ['xa1', 'b2', 'aab'], ['a', 'xc1']],
    ['[a', ['[a'], ['a']],
    ['[!', ['[!'], ['a']],
    ['\\*', ['*'], ['a', '\\*']],
    ['a\\', ['a\\'], ['a']],
    ['**/a', ['a', 'x/a', 'x/y/a'], ['xa', 'a/x']],
    ['a/**/b', ['a/b', 'a/x/b', 'a/x/b/b'], ['ab', 'a/b/x', 'x/a/b']],
    ['a/**', ['a', 'a/b', 'a/b/c'], ['b']],
    ['**/a/*/**/b/c', ['a/x/b/c', 'x/a/x/y/b/c'], ['a/b/c', 'a/x/b/x/c']],
    ['a**b', ['ab', 'axb'], ['a/b']],
    ['**', ['a', 'a/b', '.a'], ['..', '../a']],
    ['../**/a', ['../a', '../x/a'], ['../../a', 'a']],
    ['*/a', ['x/a', '.x/a'], ['../a', './a']],
    ['', [''], ['a']],
  ] as const) {
    it(`${JSON.stringify(pattern)} matches ${matched.join(' ')}, and not ${others.join(' ')}`, () => {
      assert.deepEqual(
        [...matched, ...others].map((path) => matches(pattern, path)),
        [...matched.map(() => true), ...others.map(() => false)],
      );
    });
  }

  it('match what picomatch matches', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', '.', '-'), minLength: 1, maxLength: 4 });
    const path = fc.array(
      name.filter((each) => !/^\.+$/.test(each)),
      { minLength: 1, maxLength: 4 },
    );
    const piece = fc.constantFrom('a', 'b', '*', '?', '.', '-', '[ab]', '[^a]', '[a-b]');
    const segment = fc.oneof(
      fc.constant('**'),
      fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join('')),
    );
    const pattern = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join('/'));
    const property = fc.property(pattern, path, (glob, names) => {
      // It has rules of its own for `**` inside and at the end, and takes dots alone for folders.
      fc.pre(!/.\*\*$|\*\*[^/]|[^/]\*\*|(^|\/)[.?]{1,2}(\/|$)/.test(glob));
      assert.equal(
        pathPattern(glob)(names),
        picomatch(glob, { dot: true, nobrace: true, noextglob: true, nonegate: true })(names.join('/')),
        `${glob} and ${names.join('/')}`,
      );
    });
    fc.assert(property, { numRuns: runs(20_000) });
  });

  /** The characters of a path that a pattern looks at, counted by a path that counts. */
  function stepsOf(pattern: string, path: string): number {
    let steps = 0;
    const counted = path.split('/').map((name) => {
      const counting = { length: name.length, charAt: (index: number) => (steps++, name.charAt(index)) };
      const search = (text: string, from: number): number => ((steps += name.length), name.indexOf(text, from));
      const start = (text: string, from: number): boolean => ((steps += text.length), name.startsWith(text, from));
      return { ...counting, indexOf: search, startsWith: start } as unknown as string;
    });
    pathPattern(pattern)(counted);
    return steps;
  }

  for (const [title, pattern, path] of [
    ['stars', (n: number) => `${'*a'.repeat(n)}*b`, (n: number) => 'a'.repeat(n)],
    ['stars and question marks', (n: number) => `${'*a?'.repeat(n)}*b`, (n: number) => 'a'.repeat(n)],
    ['double stars', (n: number) => `${'**/*a/'.repeat(n)}*b`, (n: number) => 'aa/'.repeat(n)],
    ['a double star and many folders', (n: number) => `**/${'a/'.repeat(n / 2)}b`, (n: number) => 'a/'.repeat(n)],
    ['sets', (n: number) => '*[ab]'.repeat(n) + 'c', (n: number) => 'a'.repeat(n)],
  ] as const) {
    it(`look at each character of the path at most once for each of the pattern: ${title}`, () => {
      for (const size of [50, 200]) {
        const [glob, name] = [pattern(size), path(size)];
        const steps = stepsOf(glob, name);
        assert.ok(steps > 0 && steps <= glob.length * name.length, `${steps} for ${glob.length} and ${name.length}`);
      }
    });
  }

  it('are compiled in one pass, even if sets are not closed', () => {
    assert.equal(matches('[\\]'.repeat(20_000), 'a'), false);
    assert.equal(matches('['.repeat(50_000), '['.repeat(50_000)), true);
  });
});

describe('braces', () => {
  for (const [glob, expected] of [
    ['a', ['a']],
    ['{a,b}', ['a', 'b']],
    ['x{a,b}y{1,2}', ['xay1', 'xay2', 'xby1', 'xby2']],
    ['{a,{b,c}d}', ['a', 'bd', 'cd']],
    ['{,a}b', ['b', 'ab']],
    ['{a}', ['{a}']],
    ['{a,b', ['{a,b']],
    ['a,b}', ['a,b}']],
    ['{{a,b}', ['{a', '{b']],
    ['{a,b}}', ['a}', 'b}']],
    ['{a\\,b}', ['{a\\,b}']],
    ['\\{a,b}', ['\\{a,b}']],
    ['{a/b,c}', ['a/b', 'c']],
    ['', ['']],
  ] as const) {
    it(`${glob || 'nothing'} stands for ${expected.join(' ')}`, () => {
      assert.deepEqual(expandBraces(glob, 1_000), expected);
    });
  }

  it('stand for no more than fits', () => {
    assert.equal(expandBraces('{a,b}'.repeat(20), 50_000), undefined);
    assert.equal(expandBraces('{,}'.repeat(20), 50_000), undefined);
    assert.equal(expandBraces('a'.repeat(1_000), 999), undefined);
    assert.equal(expandBraces('{a,b}'.repeat(10), 50_000)?.length, 1_024);
    assert.equal(expandBraces('{a,'.repeat(20_000) + '}'.repeat(20_000), 50_000), undefined);
    assert.equal(expandBraces('{'.repeat(40_000), 50_000)?.length, 1);
  });
});
