import assert from 'node:assert/strict';
import { rules } from '../../../server/src/service';
import {
  expectedFixes,
  fixFixtures,
  newRequestId,
  quickFixesOf,
  renderFixes,
  safetyOfFixes,
  type AppliedFix,
} from '../../support/codeActions';
import { ruleFixtures } from '../../support/ruleFixtures';
import { findingsOf, type ParseOptions } from '../../support/service';

/** Findings without a fix, since only the user knows what was meant. */
const without: Readonly<Record<string, readonly string[]>> = {
  'request-id-not-string': ['fires-on-boolean.json', 'fires-on-list.json', 'fires-on-object.json'],
  'missing-response': ['fires-on-list.json', 'fires-on-scalar.json'],
  'unlisted-code-in-source': ['fires-in-a-list.go'],
};

const firing = ruleFixtures().filter(({ fires }) => fires);

describe('quick fixes', () => {
  for (const { rule, name, text, options, settings } of firing) {
    it(`${rule}/${name}`, () => {
      const own = quickFixesOf(text, options, settings).filter((fixed) => fixed.rule === rule);
      assert.equal(renderFixes(own), expectedFixes(rule, name));
      const count = (of: string): number =>
        findingsOf(of, options, settings).filter((finding) => finding.rule === rule).length;
      for (const fixed of own) {
        assert.equal(count(fixed.text), count(text) - 1, fixed.text);
      }
    });
  }

  it('exist for every rule that has one, in every document that can have one', () => {
    const fixable = rules.flatMap(({ meta }) => (meta.fix ? [meta.id] : []));
    for (const { rule, name } of firing) {
      const expected = fixable.includes(rule) && !without[rule]?.includes(name);
      assert.equal(expectedFixes(rule, name) !== '', expected, `${rule}/${name}`);
    }
  });

  for (const { id, fix } of rules.map(({ meta }) => meta)) {
    it(`are as safe as ${id} says`, () => {
      const own = firing.filter(({ rule }) => rule === id);
      const safe = own.flatMap(({ text, options, settings }) => safetyOfFixes(id, text, options, settings));
      const expected = { safe: [true], unsafe: [false], 'sometimes-safe': [false, true] };
      assert.deepEqual([...new Set(safe)].sort(), fix ? expected[fix] : []);
    });
  }

  it('have no expectation without a document', () => {
    const known = firing.map(({ rule, name }) => `${rule}/${name}`);
    assert.deepEqual(
      fixFixtures().filter((name) => !known.includes(name)),
      [],
    );
  });
});

/** The text after its only fix. */
function fix(text: string, options: ParseOptions = {}): string {
  const [fixed, ...others] = quickFixesOf(text, options);
  assert.ok(fixed, 'no fix');
  assert.deepEqual(others, []);
  return fixed.text;
}

const known = '"Code": "InternalError", "Message": "m"';

describe('a member that is inserted', () => {
  const id = `"RequestId": "${newRequestId}"`;
  const cases: Readonly<Record<string, readonly [before: string, after: string]>> = {
    'is indented like its neighbours': [
      `{\n    "Response": {\n        "Error": { ${known} }\n    }\n}\n`,
      `{\n    "Response": {\n        "Error": { ${known} },\n        ${id}\n    }\n}\n`,
    ],
    'by tabs, with line ends as they are': [
      `{\r\n\t"Response": {\r\n\t\t"Error": { ${known} }\r\n\t}\r\n}\r\n`,
      `{\r\n\t"Response": {\r\n\t\t"Error": { ${known} },\r\n\t\t${id}\r\n\t}\r\n}\r\n`,
    ],
    'does not copy an empty line between its neighbours': [
      `{\n  "Response": {\n    "a": 1,\n\n    "Error": { ${known} }\n  }\n}`,
      `{\n  "Response": {\n    "a": 1,\n\n    "Error": { ${known} },\n    ${id}\n  }\n}`,
    ],
    'has no whitespace where its neighbours have none': [
      '{"Response":{"Error":{"Code":"InternalError","Message":"m"}}}',
      `{"Response":{"Error":{"Code":"InternalError","Message":"m"},"RequestId":"${newRequestId}"}}`,
    ],
    'has whitespace as its neighbours have': [
      `{"Response" : {"Error" : {${known}}}}`,
      `{"Response" : {"Error" : {${known}}, "RequestId" : "${newRequestId}"}}`,
    ],
  };
  for (const [what, [before, after]] of Object.entries(cases)) {
    it(what, () => assert.equal(fix(before), after));
  }

  const commented: Readonly<Record<string, readonly [before: string, after: string]>> = {
    'comes after the comment on the line of the last one': [
      `{ "Response": {\n  "Error": { ${known} } // failed\n  // end\n} }`,
      `{ "Response": {\n  "Error": { ${known} }, // failed\n  ${id}\n  // end\n} }`,
    ],
    'comes before that comment where it has no line of its own': [
      `{ "Response": { "a": 1, "Error": { ${known} } // failed\n} }`,
      `{ "Response": { "a": 1, "Error": { ${known} }, ${id} // failed\n} }`,
    ],
    'comes after a comment in the line': [
      `{ "Response": { "Error": { ${known} } /* failed */ } }`,
      `{ "Response": { "Error": { ${known} }, /* failed */ ${id} } }`,
    ],
    'has a trailing comma where the last one had': [
      `{ "Response": {\n  "Error": { ${known} }, // failed\n} }`,
      `{ "Response": {\n  "Error": { ${known} }, // failed\n  ${id},\n} }`,
    ],
    'has one on the same line too': [
      `{ "Response": { "Error": { ${known} }, } }`,
      `{ "Response": { "Error": { ${known} }, ${id}, } }`,
    ],
    'takes a comma that is on a line of its own': [
      `{ "Response": { "Error": { ${known} } // failed\n, } }`,
      `{ "Response": { "Error": { ${known} }, ${id} // failed\n, } }`,
    ],
  };
  for (const [what, [before, after]] of Object.entries(commented)) {
    it(`${what} (jsonc)`, () => assert.equal(fix(before, { languageId: 'jsonc' }), after));
  }

  it('fills an empty object in the style around it', () => {
    const lines = (error: string): string =>
      `{\r\n   "Response": {\r\n      "Error": ${error},\r\n      "RequestId": "r"\r\n   }\r\n}`;
    const inside = (member: string): string => `{\r\n         ${member}\r\n      }`;
    assert.deepEqual(
      quickFixesOf(lines('{}')).map(({ text }) => text),
      [lines(inside('"Code": "InternalError"')), lines(inside('"Message": "The call has failed."'))],
    );
    const declared = { declared: true };
    assert.equal(fix('{"Response":{}}', declared), `{"Response":{"RequestId":"${newRequestId}"}}`);
    assert.equal(fix('{ "Response": { } }', declared), `{ "Response": { ${id} } }`);
    assert.equal(
      fix('{ "Response": {\n // nothing\n} }', { ...declared, languageId: 'jsonc' }),
      `{ "Response": { ${id}\n // nothing\n} }`,
    );
  });
});

describe('a member that is removed', () => {
  const error = '"Error": null';
  const cases: Readonly<Record<string, readonly [before: string, after: string]>> = {
    'takes its line along': [
      `{\r\n  "Response": {\r\n    ${error},\r\n    "RequestId": "r"\r\n  }\r\n}`,
      '{\r\n  "Response": {\r\n    "RequestId": "r"\r\n  }\r\n}',
    ],
    'takes its line along where it is the last': [
      `{\n  "Response": {\n    "RequestId": "r",\n    ${error}\n  }\n}`,
      '{\n  "Response": {\n    "RequestId": "r"\n  }\n}',
    ],
    'leaves the rest of its line': [
      `{ "Response": { "a": 1, ${error}, "RequestId": "r" } }`,
      '{ "Response": { "a": 1, "RequestId": "r" } }',
    ],
  };
  for (const [what, [before, after]] of Object.entries(cases)) {
    it(what, () => assert.equal(fix(before), after));
  }

  it('is separated from what follows, however far away that is', () => {
    for (let length = 240; length < 260; length++) {
      const far = ' '.repeat(length);
      const comment = '/* , */';
      const before = `{"Response": {${error}${far}${comment},${comment}"RequestId": "r"}}`;
      const after = `{"Response": {${comment}${comment}"RequestId": "r"}}`;
      assert.equal(fix(before, { languageId: 'jsonc' }), after, `after ${length} blanks`);
    }
  });

  const commented: Readonly<Record<string, readonly [before: string, after: string]>> = {
    'leaves the comment after it': [
      `{ "Response": {\n  ${error}, // about Error\n  "RequestId": "r"\n} }`,
      '{ "Response": {\n  // about Error\n  "RequestId": "r"\n} }',
    ],
    'leaves the comment on its own line': [
      `{ "Response": {\n  ${error},\n  // about RequestId\n  "RequestId": "r"\n} }`,
      '{ "Response": {\n  // about RequestId\n  "RequestId": "r"\n} }',
    ],
    'leaves the comment before its comma': [
      `{ "Response": { ${error} /* no */, "RequestId": "r" } }`,
      '{ "Response": { /* no */ "RequestId": "r" } }',
    ],
    'leaves the comments before it': [
      `{ "Response": {\n  "RequestId": "r", // about RequestId\n  ${error}\n} }`,
      '{ "Response": {\n  "RequestId": "r" // about RequestId\n} }',
    ],
    'lets no comment swallow what follows': [
      `{ "Response": {\n  "RequestId": "r", // about RequestId\n  ${error} } }`,
      '{ "Response": {\n  "RequestId": "r" // about RequestId\n   } }',
    ],
    'leaves the comments before and after it': [
      `{ "Response": { "RequestId": "r" /* 1 */, /* 2 */ ${error} /* 3 */ } }`,
      '{ "Response": { "RequestId": "r" /* 1 */ /* 2 */ /* 3 */ } }',
    ],
    'keeps a comma at the end that was there': [
      `{ "Response": {\n  "RequestId": "r",\n  ${error},\n} }`,
      '{ "Response": {\n  "RequestId": "r",\n} }',
    ],
    'keeps it after a comment': [
      `{ "Response": {\n  "RequestId": "r", // about RequestId\n  ${error},\n} }`,
      '{ "Response": {\n  "RequestId": "r", // about RequestId\n} }',
    ],
  };
  for (const [what, [before, after]] of Object.entries(commented)) {
    it(`${what} (jsonc)`, () => assert.equal(fix(before, { languageId: 'jsonc' }), after));
  }
});

describe('a RequestId that is moved', () => {
  const move = (text: string, options: ParseOptions = {}): string => fix(text, options);

  it('skips unknown members', () => {
    assert.equal(
      move(`{ "a": [{ "b": 1 }], "RequestId": "r", "c": {}, "Response": { "Error": { ${known} } }, "d": 1 }`),
      `{ "a": [{ "b": 1 }], "c": {}, "Response": { "Error": { ${known} }, "RequestId": "r" }, "d": 1 }`,
    );
    assert.equal(
      move(`{"Response":{"Error":{${known}}},"a":[1,{"x":","}],"RequestId":"r"}`),
      `{"Response":{"Error":{${known}},"RequestId":"r"},"a":[1,{"x":","}]}`,
    );
  });

  it('leaves comments where they are', () => {
    assert.equal(
      move(`{\n  // root\n  "Response": {\n    "Error": { ${known} }\n  }, // response\n  "RequestId": "r" // id\n}`, {
        languageId: 'jsonc',
      }),
      `{\n  // root\n  "Response": {\n    "Error": { ${known} },\n    "RequestId": "r"\n  } // response\n   // id\n}`,
    );
  });
});

describe('a document that is wrapped', () => {
  const declared = { declared: true };
  const wrap = (text: string, options: ParseOptions = declared): string | undefined =>
    quickFixesOf(text, options).find(({ rule }) => rule === 'missing-response')?.text;

  it('has its lines indented by one step more', () => {
    assert.equal(
      wrap('\n{\r\n\t"a": {\r\n\r\n\t\t"b": []\r\n\t},\r\n\t"RequestId": "r"\r\n}\r\n'),
      '\n{\r\n\t"Response": {\r\n\t\t"a": {\r\n\r\n\t\t\t"b": []\r\n\t\t},\r\n\t\t"RequestId": "r"\r\n\t}\r\n}\r\n',
    );
    assert.equal(wrap('  {\n    "a": 1\n  }'), '  {\n    "Response": {\n      "a": 1\n    }\n  }');
  });

  it('stays on its line', () => {
    assert.equal(wrap('{"a":1}'), '{"Response":{"a":1}}');
    assert.equal(wrap('{}'), '{"Response": {}}');
    assert.equal(
      wrap('{"a":1}\r\n{"b" : {}}\r\n', { ...declared, languageId: 'jsonl' }),
      '{"Response":{"a":1}}\r\n{"b" : {}}\r\n',
    );
  });

  it('keeps its comments', () => {
    assert.equal(
      wrap('// a\n{ // b\n  "c": 1 // d\n} // e', { ...declared, languageId: 'jsonc' }),
      '// a\n{ "Response": { // b\n  "c": 1 // d\n} } // e',
    );
  });
});

describe('quick fixes are offered', () => {
  const titles = (fixes: readonly AppliedFix[]): string[] =>
    fixes.map(({ title, preferred }) => (preferred ? `${title} (preferred)` : title));

  it('with one action per candidate for a code, the nearest first', () => {
    const text = '{"Response":{"Error":{"Code":"InvalidInstancId","Message":"m"},"RequestId":"r"}}';
    assert.deepEqual(titles(quickFixesOf(text)), [
      'Replace "InvalidInstancId" with "InvalidInstanceId"',
      'Replace "InvalidInstancId" with "InvalidInstance"',
    ]);
  });

  it('and preferred only if they are safe, since editors apply such fixes without asking', () => {
    for (const { rule, name, text, options, settings } of firing) {
      const own = quickFixesOf(text, options, settings).filter((fixed) => fixed.rule === rule);
      const [meta] = rules.map((each) => each.meta).filter(({ id }) => id === rule);
      if (meta?.fix !== 'sometimes-safe') {
        const expected = own.map(() => meta?.fix === 'safe');
        assert.deepEqual(
          own.map(({ preferred }) => preferred),
          expected,
          `${rule}/${name}`,
        );
      }
    }
    const preferred = (code: string): boolean[] =>
      quickFixesOf(`{"Response":{"Error":{"Code":${code},"Message":"m"},"RequestId":"r"}}`).map((fix) => fix.preferred);
    assert.deepEqual([preferred('4100'), preferred('null'), preferred('["a"]')], [[true], [false], [false]]);
  });

  it('under titles that name the thing, on one line and in short', () => {
    const text = '{"Response":{"Error":{"Code":4100,"Message":{\n"a": "b"}},"RequestId":7}}';
    assert.deepEqual(titles(quickFixesOf(text)), [
      'Put 4100 in quotes (preferred)',
      'Put { "a": "b"} in quotes',
      'Put 7 in quotes (preferred)',
    ]);
    const long = `{"Response":{"Error":{"Code":"InternalError","Message":"m","${'x'.repeat(99)}":1},"RequestId":"r"}}`;
    assert.deepEqual(titles(quickFixesOf(long)), [`Remove "${'x'.repeat(40)}…"`]);
  });

  it('under titles of their own where two responses have the same problem', () => {
    const response = '{"Response":{"requestId":"r"}}';
    assert.deepEqual(
      titles(quickFixesOf(`[${response},${response},\n${response.replace('requestId', 'RequestID')}]`)),
      [
        'Rename "requestId" to "RequestId" (line 1, column 15) (preferred)',
        'Rename "requestId" to "RequestId" (line 1, column 46) (preferred)',
        'Rename "RequestID" to "RequestId" (preferred)',
      ],
    );
  });

  it('for the code alone in the exception text of an SDK', () => {
    const text = '[TencentCloudSDKError] Code=InternalErorr, Message=m "x", RequestId=r';
    assert.deepEqual(
      quickFixesOf(text, { languageId: 'log' }).map(({ text: fixed }) => fixed),
      [text.replace('Erorr', 'Error')],
    );
  });

  it('in the bodies of logs, HTTP documents and Markdown', () => {
    const body = '{"Response":{"Error":null,"RequestId":"r"}}';
    for (const [languageId, around] of [
      ['log', (inner: string) => `12:00 got ${inner} {`],
      ['http', (inner: string) => `HTTP/1.1 200 OK\r\n\r\n${inner}\r\n`],
      ['markdown', (inner: string) => `# x\n\`\`\`json\n${inner}\n\`\`\`\n`],
    ] as const) {
      assert.equal(fix(around(body), { languageId }), around('{"Response":{"RequestId":"r"}}'));
    }
  });

  it('for no rule that is off, and in no broken envelope', () => {
    const text = '{"Response":{"Error":null,"RequestId":"r"}}';
    assert.deepEqual(quickFixesOf(text, {}, { rules: { 'null-error': 'off' } }), []);
    assert.deepEqual(quickFixesOf(text.replace('"r"', '"r",')), []);
    assert.equal(fix(`${text} x`), '{"Response":{"RequestId":"r"}} x');
  });
});
