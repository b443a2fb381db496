import fc from 'fast-check';
import assert from 'node:assert/strict';
import { readSdkSource, type SdkLanguage } from '../../../server/src/service';
import { hostileTexts } from '../../support/hostile';
import { assertUntouched, prototypeNames } from '../../support/prototypeNames';

/** The codes of a source, each with its description. */
const read = (language: SdkLanguage, ...lines: string[]): [string, string][] => [
  ...readSdkSource(language, lines.join('\n')),
];

/** The text before and after the codes in a file of the SDK for Go. */
const go = (...lines: string[]): [string, string][] =>
  read(
    'go',
    '// A licence.',
    '',
    'package v20170312',
    '',
    'const (',
    '\t// codes of this product',
    '',
    ...lines,
    ')',
    '',
  );

const python = (...lines: string[]): [string, string][] =>
  read('python', '# -*- coding: utf8 -*-', '# A licence.', '', '', ...lines, '');

describe('the error codes of a source of the SDK for Go', () => {
  it('are constants with the comments right above them', () =>
    assert.deepEqual(
      go(
        '\t// The tea is cold.',
        '\tFAILEDOPERATION_COLDTEA = "FailedOperation.ColdTea"',
        '',
        '\t// 茶壶是空的。',
        '\tRESOURCEINSUFFICIENT = "ResourceInsufficient"',
      ),
      [
        ['FailedOperation.ColdTea', 'The tea is cold.'],
        ['ResourceInsufficient', '茶壶是空的。'],
      ],
    ));

  it('have comments of several lines', () =>
    assert.deepEqual(go('\t// The tea', '\t//   is\tcold,', '\t//', '\t// or gone.', '\tTEA = "Tea"'), [
      ['Tea', 'The tea is cold, or gone.'],
    ]));

  it('have no description if a blank line or anything else is in between', () => {
    assert.deepEqual(go('\t// The tea is cold.', '', '\tTEA = "Tea"'), [['Tea', '']]);
    assert.deepEqual(go('\t// The tea is cold.', '\tOther = 7', '\tTEA = "Tea"'), [['Tea', '']]);
    assert.deepEqual(go('\t// The tea is cold.', '\tTEA = "Tea"', '\tCUP = "Cup"'), [
      ['Tea', 'The tea is cold.'],
      ['Cup', ''],
    ]);
  });

  it('have no description where the comment only repeats them', () =>
    assert.deepEqual(go('\t// Tea.Cold', '\tTEA_COLD = "Tea.Cold"', '\t// tea.HOT.', '\tTEA_HOT = "Tea.Hot"'), [
      ['Tea.Cold', ''],
      ['Tea.Hot', ''],
    ]));

  it('are trimmed of dots and spaces, and then the same code', () =>
    assert.deepEqual(
      go('\t// Cold.', '\tTEA = "Tea"', '', '\t// Colder.', '\tTEA_ = "Tea."', '', '\t// Full.', '\tCUP__ = "Cup. "'),
      [
        ['Tea', 'Cold.'],
        ['Cup', 'Full.'],
      ],
    ));

  it('take the description of any line that has one', () =>
    assert.deepEqual(go('\tTEA = "Tea"', '', '\t// Cold.', '\tTEA_ = "Tea."'), [['Tea', 'Cold.']]));

  it('are found with any line ends, after a byte order mark, and with any alignment', () => {
    const lines = '\ufeffpackage v20170312\r\nconst (\r\n\t// Cold.\r\n\tTEA     = "Tea"\r\n  CUP="Cup"\r\n)\r\n';
    assert.deepEqual(read('go', lines), [
      ['Tea', 'Cold.'],
      ['Cup', ''],
    ]);
  });

  for (const [what, ...lines] of [
    ['in a block comment', '\t/*', '\tTEA = "Tea"', '\t*/'],
    ['in a raw string', '\tText = `', '\tTEA = "Tea"', '\t`'],
    ['whose name is not that of a code', '\tDefaultRegion = "ap-guangzhou"', '\tREGION = "Tea"', '\tTea = "Tea"'],
    ['with a type', '\tTEA string = "Tea"'],
    ['that are computed', '\tTEA = "Te" + "a"', '\tTEA = name("Tea")'],
    ['with escapes', '\tTEA_X41 = "Tea\\x41"'],
    ['in other quotes', "\tTEA = 'Tea'"],
    ['that are empty', '\t_ = "."', '\tTEA__CUP = "Tea..Cup"'],
    ['with spaces inside', '\tTEA_CUP = "Tea Cup"'],
    ['in a comment', '\t// TEA = "Tea"'],
    ['outside of a group of constants', ')', 'TEA = "Tea"', 'var (', '\tTEA = "Tea"'],
    ['that are too long', `\t${'A'.repeat(201)} = "${'A'.repeat(201)}"`],
  ] as const) {
    it(`are not constants ${what}`, () => assert.deepEqual(go(...lines), []));
  }

  it('are found after skipped text', () =>
    assert.deepEqual(go('\t/* a comment */', '\t/*', '\t// x', '\t*/', '\tx = `a', 'b`', '\tTEA = "Tea"'), [
      ['Tea', ''],
    ]));
});

describe('the error codes of a source of the SDK for Python', () => {
  it('are constants with the comments right above them, in either quotes', () =>
    assert.deepEqual(
      python(
        '# The tea',
        '# is cold.',
        "FAILEDOPERATION_COLDTEA = 'FailedOperation.ColdTea'",
        '',
        '# Empty.',
        'CUP = "Cup"',
      ),
      [
        ['FailedOperation.ColdTea', 'The tea is cold.'],
        ['Cup', 'Empty.'],
      ],
    ));

  it('have no description where a blank line comes between, or the comment repeats them', () =>
    assert.deepEqual(python('# Cold.', '', "TEA = 'Tea'", '# Cup', "CUP = 'Cup'"), [
      ['Tea', ''],
      ['Cup', ''],
    ]));

  it('are trimmed of dots', () => assert.deepEqual(python('# Cold.', "TEA_ = 'Tea.'"), [['Tea', 'Cold.']]));

  it('are found with any line ends, and after a byte order mark', () => {
    assert.deepEqual(read('python', "\ufeffTEA = 'Tea'\r\n# Empty.\r\nCUP = 'Cup'\r\n"), [
      ['Tea', ''],
      ['Cup', 'Empty.'],
    ]);
  });

  for (const [what, ...lines] of [
    ['in a long string', '"""', "TEA = 'Tea'", '"""', "x = '''", "TEA = 'Tea'", "'''"],
    ['in a function or a class', 'class Codes:', "    TEA = 'Tea'", "\tTEA = 'Tea'"],
    ['whose name is not that of a code', "VERSION = '3.0.1'", "Tea = 'Tea'"],
    ['in quotes that do not match', 'TEA = \'Tea"', "TEA = 'Tea", "TEA = ''Tea''"],
    ['with escapes', "TEA_N = 'Tea\\n'"],
    ['in a comment', "# TEA = 'Tea'"],
  ] as const) {
    it(`are not constants ${what}`, () => assert.deepEqual(python(...lines), []));
  }
});

describe('a description in a source of an SDK', () => {
  it('is one line of plain text, with backticks in pairs or none', () => {
    const said = (comment: string): string | undefined => go(`\t// ${comment}`, '\tTEA = "Tea"')[0]?.[1];
    assert.equal(said('`Tea` is\u0008 \u2028cold\u0000, `Cup` not.'), '`Tea` is cold , `Cup` not.');
    assert.equal(said('`Tea is cold'), "'Tea is cold");
    assert.equal(said('``Tea`` is cold'), "''Tea'' is cold");
  });

  it('is cut if it is too long, but not within a character', () => {
    const [tea] = go(`\t// x${'😀'.repeat(2_000)}`, '\tTEA = "Tea"');
    assert.equal(tea?.[1], `x${'😀'.repeat(999)}…`);
  });

  it('is kept verbatim, to be escaped when shown', () => {
    for (const text of hostileTexts.filter((each) => !/[`\s]/.test(each))) {
      assert.deepEqual(go(`\t// ${text}`, '\tTEA = "Tea"'), [['Tea', text]]);
      assert.deepEqual(python(`# ${text}`, "TEA = 'Tea'"), [['Tea', text]]);
    }
  });

  it('may have codes that are names of built-in properties', () => {
    for (const name of prototypeNames) {
      assert.deepEqual(go(`\t${name.toUpperCase()} = "${name}"`), [[name, '']]);
      assert.deepEqual(python(`${name.toUpperCase()} = '${name}'`), [[name, '']]);
    }
    assertUntouched();
  });

  const pieces = fc.constantFrom(
    ...[
      '\n',
      '\r\n',
      '\t',
      ' ',
      '// ',
      '# ',
      '/*',
      '*/',
      '`',
      '"""',
      "'''",
      '"',
      "'",
      '\\',
      '=',
      'const (',
      ')',
      'TEA',
    ],
    ...['TEA = "Tea"', "TEA = 'Tea'", '.', '\u0000', '\ud800', '😀', '__proto__', '__PROTO__ = "__proto__"'],
  );

  for (const language of ['go', 'python'] as const) {
    it(`never throws, and gives codes only that a catalog may have: ${language}`, () =>
      fc.assert(
        fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 60 }), (parts) => {
          for (const [code, said] of readSdkSource(language, parts.join(''))) {
            assert.match(code, /^[^\s.]+(\.[^\s.]+)*$/);
            assert.match(said, /^[^`\r\n]*(`[^`\r\n]+`[^`\r\n]*)*$/);
          }
        }),
        { numRuns: 2_000 },
      ));
  }
});
