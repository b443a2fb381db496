import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { read } from '../support/service';

/** A declared document has a break exactly where JSON.parse does not accept it. */
const hasBreak = (text: string): boolean => read(text, { declared: true }).breaks.length > 0;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const accepted: Readonly<Record<string, readonly string[]>> = {
  structures: [
    '[]',
    '{}',
    '[[]]',
    '[{}]',
    '{"a":{}}',
    '{"a":[]}',
    '[[],[]]',
    '{"a":1,"b":2}',
    '{"a":1,"a":2}',
    '{"":0}',
    '[[[[[[[[[[]]]]]]]]]]',
    '{"a":{"b":[{"c":null}]}}',
  ],
  numbers: [
    '0',
    '-0',
    '1',
    '-1',
    '10',
    '123456789012345678901234567890',
    '0.5',
    '-0.5',
    '1.0',
    '0e1',
    '0E1',
    '1e1',
    '1E+2',
    '1e-2',
    '1.5e+10',
    '-1.5E-10',
    '1e999',
    '[1]',
    '[-0]',
    '[1e1]',
    '0.0000001',
    '1e00',
  ],
  strings: [
    '""',
    '"a"',
    '"\\u0041"',
    '"\\uD83D\\uDE00"',
    '"\\ud83d"',
    '"\\uDE00x"',
    '"\\" \\\\ \\/ \\b \\f \\n \\r \\t"',
    '"😀"',
    '"\u007f"',
    '"\u2028\u2029"',
    '"\ufeff"',
    '"\ud800"',
    '"//"',
    '"/* */"',
    '"\\u0000"',
    '"\\uaBcD"',
    '"\u00a0"',
    '["a","b"]',
    '"\'"',
  ],
  whitespace: [' []', '[] ', '\t[\n]\r\n', '[ 1 , 2 ]', '{ "a" : 1 }', '\r1\r', '\n\n{}\n\n', '[\r\n]'],
  literals: ['true', 'false', 'null', '[true,false,null]', ' true '],
};

const rejected: Readonly<Record<string, readonly string[]>> = {
  structures: [
    '',
    '[',
    ']',
    '{',
    '}',
    '[}',
    '{]',
    '[1,]',
    '[,1]',
    '[,]',
    '[1,,2]',
    '[1 2]',
    '[1:2]',
    '["a":1]',
    '{"a"}',
    '{"a":}',
    '{"a",1}',
    '{"a":1,}',
    '{,"a":1}',
    '{"a":1,,"b":2}',
    '{"a":1 "b":2}',
    '{"a"::1}',
    '{:1}',
    '{"a":1:2}',
    '{1:1}',
    '{a:1}',
    "{'a':1}",
    '{null:1}',
    '{[]:1}',
    '{{}:1}',
    '[[]',
    '[]]',
    '{}}',
    '{"a":{}',
    '[] []',
    '{} {}',
    '{}[]',
    '[],',
    ',',
    ':',
    '1,2',
    '"a":1',
    '[{}',
    '{"a":[}',
    '{"a":]}',
    '[{]}',
    '{"a":1]',
    '[1}',
    '1 2',
    '"a" "b"',
    'true false',
    '[]1',
    '1[]',
    '{}"a"',
    '"a"{}',
    '{"a" 1}',
    '{"a":1}}',
    '{"a":1',
    '{"a":',
    '{"a"',
    '{"',
    '["a",',
    '["a"',
    '[1,2',
    '{"a":"b"}/',
    '{"a":"b"}//',
    '{"a":"b"}/**/',
    '/**/[]',
    '[/**/]',
    '//\n[]',
    '{"a":/**/1}',
    '<null>',
    '*',
    '[*]',
    '[1,\n1\n,1',
    '{"a":true} "x"',
    '{"a":"a" 123}',
    '[""',
    '[a',
    '{"x"::"b"}',
    ';',
    '[1;2]',
  ],
  numbers: [
    '01',
    '-01',
    '00',
    '-',
    '+1',
    '.5',
    '-.5',
    '1.',
    '-1.',
    '1.e1',
    '0.e1',
    '1e',
    '1e+',
    '1e-',
    '1E',
    '0e',
    '1.5e',
    '1e1.5',
    '0x1',
    '0b1',
    '1_000',
    '1a',
    '1e1e1',
    '--1',
    '-+1',
    '+-1',
    '++1',
    '- 1',
    '1.2.3',
    '1..2',
    'NaN',
    'Infinity',
    '-Infinity',
    'inf',
    '1,5',
    '[1e]',
    '[-]',
    '[01]',
    '[1.]',
    '[.1]',
    '{"a":01}',
    '{"a":-}',
    '１',
    '1 000',
    '[-2.]',
    '[0e+]',
    '[2.e3]',
    '[-a]',
    '[1+2]',
    '1/2',
    '0.1.2',
    '1n',
    '0x',
    '-0x1',
  ],
  strings: [
    '"',
    '"a',
    'a"',
    '"\\',
    '"\\"',
    '"\\x41"',
    '"\\u"',
    '"\\u1"',
    '"\\u12"',
    '"\\u123"',
    '"\\u123g"',
    '"\\U0041"',
    '"\\a"',
    '"\\\'"',
    '"\\0"',
    '"\\u{41}"',
    '"\n"',
    '"\r"',
    '"\t"',
    '"\u0000"',
    '"\u001f"',
    '"\b"',
    '"a\nb"',
    '"\\\n"',
    "'a'",
    '`a`',
    '“a”',
    'a',
    '"a"b',
    'b"a"',
    '"a""b"',
    '["a',
    '["a\n"]',
    '{"a',
    '{"a\n":1}',
    '{"a":"b',
    '"\\ "',
    '"\\u 123"',
    '"\\u-123"',
    '"\\ud83d\\u"',
    '"\\u00A"',
    '["\\u00A"]',
    '"\\v"',
  ],
  whitespace: [
    ' ',
    '\n',
    '\u00a0[]',
    '[]\u00a0',
    '\u2028[]',
    '[\u2029]',
    '\f[]',
    '[]\v',
    '[\u3000]',
    '\u2060[]',
    '[]\u0000',
    '\u0000',
    '[\u200b1]',
    '\u0085[]',
    '[]\u001e',
  ],
  literals: [
    'True',
    'TRUE',
    'tru',
    'truee',
    'fals',
    'False',
    'nul',
    'Null',
    'nulll',
    'undefined',
    'None',
    'true1',
    'true,',
    'nulltrue',
    '[true false]',
    'true"a"',
    '[nul]',
    '{"a":tru}',
    '{"a":truee}',
    'true-',
    'true.',
    't',
    '[tRue]',
    'null/',
    'nul l',
  ],
};

/** Names as they would look on one line, so that control characters can be told apart. */
const named = (text: string): string => JSON.stringify(text);

describe('what JSON.parse accepts has no break', () => {
  for (const [kind, texts] of Object.entries(accepted)) {
    it(kind, () => {
      for (const text of texts) {
        assert.equal(isJson(text), true, `the test is wrong: ${named(text)}`);
        assert.equal(hasBreak(text), false, named(text));
      }
    });
  }
});

describe('what JSON.parse rejects has a break', () => {
  for (const [kind, texts] of Object.entries(rejected)) {
    it(kind, () => {
      for (const text of texts) {
        assert.equal(isJson(text), false, `the test is wrong: ${named(text)}`);
        assert.equal(hasBreak(text), true, named(text));
      }
    });
  }
});

describe('any text', () => {
  const snippets = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\\',
    '/',
    '*',
    '//',
    '/*',
    '*/',
    '-',
    '+',
    '.',
    'e',
    'E',
    '0',
    '1',
    '01',
    'u',
    '\\u12',
    'n',
    'null',
    'true',
    ' ',
    '\n',
    '\r',
    '\t',
    '\f',
    '\u0000',
    '\u001f',
    '\u00a0',
    '\ufeff',
    '\u2028',
    '\ud800',
    '😀',
    "'",
    '{}',
    '[]',
    '"a":',
    '"Response":',
    'x',
  );
  const edits = fc.array(
    fc.record({ at: fc.nat(), remove: fc.nat({ max: 2 }), insert: fc.oneof(fc.constant(''), snippets) }),
    {
      minLength: 1,
      maxLength: 3,
    },
  );
  const edit = (text: string, changes: readonly { at: number; remove: number; insert: string }[]): string =>
    changes.reduce((now, { at, remove, insert }) => {
      const offset = at % (now.length + 1);
      return now.slice(0, offset) + insert + now.slice(offset + remove);
    }, text);
  const json = fc
    .tuple(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 1, 2))
    .map(([value, indent]) => JSON.stringify(value, undefined, indent));
  const likeJson = fc.array(snippets, { maxLength: 12 }).map((parts) => parts.join(''));
  // A byte order mark at the start is no break, though JSON.parse knows none.
  const agrees = (text: string): void =>
    assert.equal(hasBreak(text), !isJson(text.replace(/^\ufeff/, '')), named(text));

  it('that JSON.stringify makes has no break', () => {
    fc.assert(fc.property(json, (text) => assert.equal(hasBreak(text), false)));
  });

  it('that is JSON with some characters taken out or put in has a break exactly where JSON.parse rejects it', () => {
    fc.assert(
      fc.property(json, edits, (text, changes) => agrees(edit(text, changes))),
      { numRuns: 2000, seed: 20251030 },
    );
  });

  it('that is made of pieces of JSON has a break exactly where JSON.parse rejects it', () => {
    fc.assert(fc.property(likeJson, agrees), { numRuns: 2000, seed: 20251030 });
  });
});
