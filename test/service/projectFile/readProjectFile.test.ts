import Ajv from 'ajv';
import { parse } from 'jsonc-parser';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readProjectFile, type ProjectSettings } from '../../../server/src/service';
import { english } from '../../../server/src/service/base/localizer';
import { readMarkers, renderMarkers } from '../../support/markers';

const schema = JSON.parse(
  readFileSync(join(__dirname, '../../../../server/project-file.schema.json'), 'utf8'),
) as object;
// VS Code has keywords of its own.
const isValid = new Ajv({ strict: false }).compile(schema);

/** Asserts that exactly what is marked cannot be used, with the label of those that no schema sees, and that the schema sees the others. */
function check(marked: string, messages: readonly string[] = []): ProjectSettings {
  const { text } = readMarkers(marked);
  const { settings, problems } = readProjectFile(text, english);
  const found = problems.map(({ span, beyondSchema }) => ({ ...span, label: beyondSchema ? 'unseen' : '' }));
  assert.equal(renderMarkers(text, found), marked);
  assert.deepEqual(
    problems.map(({ message }) => message),
    messages,
  );
  if (!messages.some((message) => message.includes('not valid JSON') || message.includes('too deeply'))) {
    assert.equal(
      isValid(parse(text) === undefined ? {} : parse(text)),
      !problems.some(({ beyondSchema }) => !beyondSchema),
      marked,
    );
  }
  return JSON.parse(JSON.stringify(settings)) as ProjectSettings;
}

const catalogMessage =
  'A catalog must be in the folder of this file or below it; use a relative path such as "codes/mine.json".';

describe('a project file', () => {
  it('sets rules, globs, catalogs, the product and what is recognized', () => {
    const text = `{
      // Comments and trailing commas are fine.
      "$schema": "https://example.com/schema.json",
      "rules": { "null-error": "off", "member-beside-response": "warning" },
      "declared": ["mocks/**/*.json", "*.fixture.json"],
      "unwrapped": true,
      "product": "cvm",
      "catalogs": ["mine.json", "./codes/ours.json"],
    }`;
    const { catalogs, ...settings } = check(text);
    assert.deepEqual(settings, {
      rules: { 'null-error': 'off', 'member-beside-response': 'warning' },
      declared: ['mocks/**/*.json', '*.fixture.json'],
      unwrapped: true,
      product: 'cvm',
    });
    assert.deepEqual(
      catalogs?.map(({ names, span }) => [names.join('/'), text.slice(span.offset, span.offset + span.length)]),
      [
        ['mine.json', '"mine.json"'],
        ['codes/ours.json', '"./codes/ours.json"'],
      ],
    );
  });

  for (const text of ['', '\n', '// later', '{}', '{"unwrapped": false}', '{"rules": {}}']) {
    it(`sets only what is in it: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(check(text), text.includes('"') ? JSON.parse(text) : {});
    });
  }

  describe('is not used at all', () => {
    for (const [marked, message] of [
      ['{"rules": {}}‹|✗|›', 'This file is not valid JSON: none of its settings are used.'],
      ['{"product": "cvm"‹||›', 'This file is not valid JSON: none of its settings are used.'],
      ['‹|[|›]', 'A project file must be an object.'],
      ['‹|null|›', 'A project file must be an object.'],
      [`{"rules": ${'['.repeat(19)}‹|[|›${'['.repeat(10_000)}`, 'This is nested too deeply for a project file.'],
    ] as const) {
      it(marked.slice(0, 40), () => assert.deepEqual(check(marked, [message]), {}));
    }
  });

  describe('is used but for', () => {
    for (const [marked, message, settings] of [
      [
        '{‹|"files"|›: {"declared": []}, "product": "cvm"}',
        'A project file has no member "files", only "rules", "declared", "unwrapped", "product", "catalogs".',
        { product: 'cvm' },
      ],
      ['{"rules": ‹|[|›], "product": "cvm"}', '"rules" must be an object.', { rules: {}, product: 'cvm' }],
      [
        '{"rules": {‹unseen|"no-such-rule"|›: "off", "null-error": "off"}}',
        'There is no rule "no-such-rule".',
        { rules: { 'null-error': 'off' } },
      ],
      ['{"rules": {‹unseen|"toString"|›: "off"}}', 'There is no rule "toString".', { rules: {} }],
      [
        '{"rules": {"null-error": ‹|"loud"|›, "empty-error": "hint"}}',
        'This must be one of "error", "warning", "information", "hint", "off".',
        { rules: { 'empty-error': 'hint' } },
      ],
      ['{"declared": ‹|"*.json"|›}', 'This must be an array of strings.', {}],
      ['{"declared": [‹|7|›, "a.json"]}', 'This must be a string that is not empty.', { declared: ['a.json'] }],
      [
        `{"declared": [‹unseen|"${'{a,b}'.repeat(30)}"|›, "a.json"]}`,
        'This expands to too many patterns; use fewer braces.',
        { declared: ['{a,b}'.repeat(30), 'a.json'] },
      ],
      ['{"unwrapped": ‹|"yes"|›}', 'This must be true or false.', {}],
      ['{"product": ‹|"CVM"|›}', '"product" must be the first label of the API host, in lowercase, such as "cvm".', {}],
      ['{"product": ‹|""|›}', 'This must be a string that is not empty.', {}],
      ['{"catalogs": ‹|{|›}}', 'This must be an array of strings.', {}],
    ] as const) {
      it(marked.slice(0, 70), () => assert.deepEqual(check(marked, [message]), settings));
    }

    for (const path of [
      '/etc/x.json',
      '../x.json',
      'a/../../x.json',
      '~/x.json',
      'C:/x.json',
      'a\\\\b.json',
      'a//b',
      '.',
    ]) {
      it(`the catalog ${path}`, () => {
        assert.deepEqual(check(`{"catalogs": [‹unseen|"${path}"|›]}`, [catalogMessage]), { catalogs: [] });
      });
    }
  });
});
