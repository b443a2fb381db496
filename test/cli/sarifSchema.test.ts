import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Log } from 'sarif';
import { addressOf } from '../../server/src/data/addresses';
import { rules } from '../../server/src/service';
import { reported } from './reported';

/** The schema that OASIS has published for SARIF 2.1.0, with its errata. */
const schema = readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8');

const files = {
  'a.json': '{"Response": {"RequestId": "a", "RequestId": "b"}}',
  '响应 #1%.json': '{"Response": {"RequestId": 1, "Error": null}}',
  '/elsewhere/b.json': '{"Response": {"RequestId": ""}}',
  'c.json': '{"Response": {"RequestId": "r"}}',
};

describe('command line: SARIF', () => {
  // The schema has a bracket that regular expressions of Unicode do not allow.
  const ajv = addFormats(new Ajv({ allErrors: true, strict: false, unicodeRegExp: false }));
  const validate = ajv.compile(JSON.parse(schema) as object);

  const problemsOf = (log: unknown): string[] => {
    validate(log);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };

  for (const language of ['en', 'zh-cn'] as const) {
    it(`is what the schema asks for: ${language}`, async () => {
      const log = JSON.parse(await reported(files, { format: 'sarif', language })) as Log;
      assert.equal(log.runs[0]?.results?.length, 4);
      assert.deepEqual(problemsOf(log), []);
    });
  }

  it('is held to the schema', async () => {
    const log = JSON.parse(await reported(files, { format: 'sarif' })) as Log;
    const [run] = log.runs;
    const wrong = { ...log, runs: [{ ...run, originalUriBaseIds: { '%SRCROOT%': { uri: 'no uri' } }, extra: 1 }] };
    assert.deepEqual(problemsOf(wrong), [
      '/runs/0 must NOT have additional properties',
      '/runs/0/originalUriBaseIds/%SRCROOT%/uri must match format "uri-reference"',
    ]);
  });

  it('has the section of docs/rules.md as the help of each rule, without links that lead nowhere', async () => {
    const { runs } = JSON.parse(await reported({}, { format: 'sarif' })) as Log;
    const described = runs[0]?.tool.driver.rules ?? [];
    assert.deepEqual(
      described.map(({ id, helpUri }) => [id, helpUri]),
      rules.map(({ meta: { id } }) => [id, addressOf('docs/rules.md') && `${addressOf('docs/rules.md')}#${id}`]),
    );
    for (const { id, shortDescription, help } of described) {
      const { text, markdown = '' } = help ?? { text: '' };
      for (const each of [text, markdown]) {
        assert.ok(each.startsWith(`${shortDescription?.text}\n\n`), id);
        assert.ok(each.includes(id) && each.length > 300, id);
      }
      assert.match(markdown, /^\*\*Why it matters\.\*\* [^]*^```\w+\n/m);
      assert.doesNotMatch(text, /\*\*|```|\]\(/);
      assert.doesNotMatch(markdown, /\]\((?!https:)|^## /m);
    }
  });
});
