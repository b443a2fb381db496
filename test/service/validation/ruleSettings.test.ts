import assert from 'node:assert/strict';
import {
  defaultSettings,
  isDeclared,
  isRuleId,
  isRuleSeverity,
  readRuleSettings,
  refusedGlobs,
} from '../../../server/src/service';

describe('settings of rules', () => {
  it('are taken as they are', () => {
    const rules = { 'null-error': 'off', 'missing-request-id': 'hint', 'data-beside-error': 'warning' };
    assert.deepEqual(readRuleSettings(rules), rules);
  });

  it('are left out where they make no sense', () => {
    assert.deepEqual(
      readRuleSettings({ 'no-such-rule': 'error', 'null-error': 'fatal', 'empty-error': 1, 'invalid-json': null }),
      {},
    );
    assert.deepEqual(readRuleSettings({ 'null-error': 'OFF', 'empty-error': 'warning' }), { 'empty-error': 'warning' });
  });

  const others: Readonly<Record<string, unknown>> = {
    nothing: undefined,
    null: null,
    'a number': 7,
    'a text': 'off',
    'a list': ['null-error'],
    'an object without rules': {},
    'a prototype': JSON.parse('{"__proto__":{"null-error":"off"}}') as unknown,
  };
  for (const [what, value] of Object.entries(others)) {
    it(`are none in ${what}`, () => assert.deepEqual(readRuleSettings(value), {}));
  }

  it('know ids and severities', () => {
    assert.equal(isRuleId('null-error'), true);
    assert.equal(isRuleId('constructor'), false);
    assert.deepEqual(['error', 'warning', 'information', 'hint', 'off', 'info', 'Error', '', 0].map(isRuleSeverity), [
      true,
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('are none by default', () => assert.deepEqual(defaultSettings.rules, {}));
});

describe('declared globs', () => {
  const declared: Readonly<Record<string, readonly string[]>> = {
    'mocks/**/*.json': ['mocks/a.json', 'mocks/x/y/a.json'],
    'mocks/*.json': ['mocks/a.json'],
    'mocks/**': ['mocks/a.json', 'mocks/x/.hidden/a.jsonl'],
    '*.response.json': ['a.response.json', 'x/y/a.response.json', '.a.response.json'],
    './mocks/*.json': ['mocks/a.json'],
    '/mocks/*.json': ['mocks/a.json'],
    '**/*.{json,jsonl}': ['a.json', 'x/a.jsonl'],
    'mocks/[ab].json': ['mocks/a.json'],
    'with blank/*.json': ['with blank/a.json'],
    '中文/*.json': ['中文/数据.json'],
  };
  for (const [glob, paths] of Object.entries(declared)) {
    it(`${glob} declares ${paths.join(', ')}`, () => {
      for (const path of paths) {
        assert.equal(isDeclared(path, [glob]), true, path);
      }
    });
  }

  const others: Readonly<Record<string, readonly string[]>> = {
    'mocks/*.json': ['mocks/x/a.json', 'a.json', 'other/mocks/a.json', 'mocks/a.jsonl', 'Mocks/a.json'],
    './a.json': ['x/a.json'],
    '/a.json': ['x/a.json'],
    '*.response.json': ['response.json', 'a.json'],
    '': ['', 'a.json'],
    '/': ['', 'a.json'],
    '[': ['a.json'],
  };
  for (const [glob, paths] of Object.entries(others)) {
    it(`${glob || 'an empty glob'} does not declare ${paths.join(', ')}`, () => {
      for (const path of paths) {
        assert.equal(isDeclared(path, [glob]), false, path);
      }
    });
  }

  it('take no time, whatever they look like', () => {
    const name = 'a'.repeat(240);
    for (const glob of [
      '*a'.repeat(400),
      '**/'.repeat(300) + '*a'.repeat(300),
      '{a,*a}'.repeat(9),
      '[a-z]*'.repeat(300),
    ]) {
      assert.equal(isDeclared(`${name}/${name}`, [`${glob}b`]), false);
    }
  });

  it('are not used if they stand for too many patterns', () => {
    const globs = ['{a,b}'.repeat(20), 'a.json', 'x'.repeat(60_000)];
    assert.equal(isDeclared('a.json', globs), true);
    assert.deepEqual(refusedGlobs(globs), [globs[0], globs[2]]);
  });

  it('are alternatives', () => {
    assert.equal(isDeclared('b.json', ['a.json', '', 'b.json']), true);
    assert.equal(isDeclared('b.json', []), false);
  });
});
