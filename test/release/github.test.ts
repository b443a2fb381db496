import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly 'timeout-minutes'?: number;
  readonly permissions?: unknown;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly permissions?: unknown;
  readonly concurrency?: { readonly group?: string };
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Field {
  readonly type: string;
  readonly id?: string;
  readonly attributes: { readonly label?: string; readonly options?: readonly { readonly required?: boolean }[] };
}

interface Form {
  readonly name: string;
  readonly description: string;
  readonly body: readonly Field[];
}

const root = join(__dirname, '../../..');
const workflows = '.github/workflows';
const forms = '.github/ISSUE_TEMPLATE';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
const namesIn = (folder: string): string[] => readdirSync(join(root, folder)).filter((name) => name.endsWith('.yml'));

for (const name of namesIn(workflows)) {
  describe(`${workflows}/${name}`, () => {
    const workflow = parse(read(`${workflows}/${name}`)) as Workflow;
    const jobs = Object.values(workflow.jobs);
    const steps = jobs.flatMap((job) => job.steps);

    it('may only read the repository, and does not keep the right to', () => {
      assert.deepEqual(workflow.permissions, { contents: 'read' });
      assert.deepEqual(
        jobs.filter((job) => job.permissions !== undefined),
        [],
      );
      const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
      assert.equal(checkouts.length, jobs.length);
      assert.ok(checkouts.every((step) => step.with?.['persist-credentials'] === false));
    });

    it('uses actions by commits, which nobody can change later', () => {
      const used = steps.flatMap(({ uses }) => uses ?? []);
      assert.ok(used.length > 0);
      assert.deepEqual(
        used.filter((action) => !/^actions\/[\w-]+@[0-9a-f]{40}$/.test(action)),
        [],
      );
    });

    it('runs scripts that exist', () => {
      const commands = steps.flatMap(({ run }) => run?.trim().split('\n') ?? []);
      assert.ok(commands.length > 0);
      const unknown = commands.filter((command) => {
        const script = /^npm run ([\w:]+)$/.exec(command)?.[1];
        return script === undefined ? command !== 'npm ci' && !existsSync(join(root, command)) : !(script in scripts);
      });
      assert.deepEqual(unknown, []);
    });

    it('ends some time, and only runs once for each branch', () => {
      assert.ok(jobs.every((job) => (job['timeout-minutes'] ?? Infinity) <= 60));
      assert.match(workflow.concurrency?.group ?? '', /github\.ref/);
    });
  });
}

for (const name of namesIn(forms).filter((each) => each !== 'config.yml')) {
  describe(`${forms}/${name}`, () => {
    const { name: title, description, body } = parse(read(`${forms}/${name}`)) as Form;
    const fields = body.filter(({ type }) => type !== 'markdown');

    it('is a form as GitHub reads them', () => {
      assert.ok(title.length > 0 && description.length > 0);
      const types = ['markdown', 'input', 'textarea', 'dropdown', 'checkboxes'];
      assert.ok(body.every(({ type }) => types.includes(type)));
      const ids = fields.map(({ id }) => id);
      assert.deepEqual(ids, [...new Set(ids)]);
      assert.ok(fields.every(({ id, attributes }) => /^[\w-]+$/.test(id ?? '') && attributes.label));
    });

    it('asks for a promise that there are no secrets in it', () => {
      const promised = body.find(({ id }) => id === 'secrets');
      assert.equal(promised?.type, 'checkboxes');
      assert.ok(promised.attributes.options?.every(({ required }) => required === true));
    });
  });
}
