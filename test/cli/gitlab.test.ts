import Ajv from 'ajv';
import assert from 'node:assert/strict';
import { Fingerprints } from '../../server/src/cli/reporters/fingerprints';
import { reported } from './reported';

/** What GitLab's documentation says of a report for Code Quality, under "Code Quality report format". */
const schema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    additionalProperties: false,
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        additionalProperties: false,
        properties: {
          // "Expressed as a relative path in the repository. Do not prefix with ./."
          path: { type: 'string', pattern: '^(?![./]*/)' },
          lines: {
            type: 'object',
            required: ['begin'],
            additionalProperties: false,
            properties: { begin: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
};

interface Issue {
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

const wrong = '{"Response": {"RequestId": 1}}';

describe('command line: check --format gitlab', () => {
  const validate = new Ajv({ allErrors: true }).compile(schema);

  const issuesIn = async (files: Readonly<Record<string, string>>): Promise<Issue[]> => {
    const issues = JSON.parse(await reported(files, { format: 'gitlab' })) as Issue[];
    validate(issues);
    assert.deepEqual(validate.errors, null);
    return issues;
  };

  it('is a list of the findings, in the form of GitLab', async () => {
    const failure = '{"Response": {"Error": {"Code": "Zzzzzzzz", "Message": "m"}, "RequestId": ""}}';
    const issues = await issuesIn({
      'a/none.json': '{}',
      './a/b.jsonl': `${wrong}\n\n${failure}`,
      'c.json': '{"Response": {"Error": null, "RequestId": "r"}}',
    });
    assert.deepEqual(
      issues.map(({ check_name: name, severity, location: { path, lines } }) => [name, severity, path, lines.begin]),
      [
        ['request-id-not-string', 'major', 'a/b.jsonl', 1],
        ['unknown-error-code', 'info', 'a/b.jsonl', 3],
        ['empty-request-id', 'minor', 'a/b.jsonl', 3],
        ['null-error', 'info', 'c.json', 1],
      ],
    );
  });

  it('is empty without findings', async () => {
    assert.deepEqual(await issuesIn({}), []);
    assert.deepEqual(await issuesIn({ 'a.json': '{}' }), []);
  });

  it('has fingerprints that stay when lines move, and are all different', async () => {
    const other = '{"Response": {"Error": null, "RequestId": "r"}}';
    const before = await issuesIn({ 'a.jsonl': [wrong, wrong, other].join('\n'), 'b.json': wrong });
    const after = await issuesIn({
      'a.jsonl': ['', '{}', other, wrong, '{}', wrong].join('\n'),
      'b.json': `\n${wrong}`,
    });
    const fingerprints = (issues: readonly Issue[]): string[] => issues.map(({ fingerprint }) => fingerprint).sort();
    assert.deepEqual(fingerprints(after), fingerprints(before));
    assert.equal(new Set(fingerprints(before)).size, 4);
  });

  it('has different fingerprints for any number of findings', () => {
    const fingerprints = new Fingerprints('a.json');
    const count = 100_000;
    const all = Array.from({ length: count }, (_, index) =>
      fingerprints.next({ rule: 'null-error', message: String(index % 70_000) }),
    );
    assert.equal(new Set(all).size, count);
  });
});
