import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from '../../server/src/cli/commands/check';
import { checkedExtensions } from '../../server/src/service';
import { english } from '../../server/src/service/base/localizer';
import { blocksOf, firstCells, readManifest, readText } from './markdown';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly contributes: { readonly problemMatchers: readonly { readonly name: string }[] };
}

const manifest = JSON.parse(readManifest()) as Manifest;
const page = readText('docs/ci.md');
const hooks = readText('.pre-commit-hooks.yaml');

/** The commands of a text, without what surrounds them. */
function commandsIn(text: string): string[] {
  return [...text.matchAll(/(?<=[`"]|(?:run|entry): |- )api-response check [^`"\n]*/g)].map(([command]) => command);
}

const commands = [...commandsIn(page), ...commandsIn(hooks)];

describe('docs/ci.md', () => {
  const cwd = process.cwd();
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'api-response-'));
    process.chdir(folder);
    mkdirSync('mocks');
    // An information is no error.
    writeFileSync('mocks/a.json', '{"Response": {"Error": null, "RequestId": "r"}}');
  });

  after(() => {
    process.chdir(cwd);
    rmSync(folder, { recursive: true, force: true });
  });

  for (const command of commands) {
    it(`has a command that works: ${command}`, async () => {
      const [program, name, ...args] = command.split(' ');
      assert.ok(program !== undefined && program in manifest.bin);
      assert.equal(name, 'check');
      const output = /--output (\S+)/.exec(command)?.[1];
      const paths = command.endsWith('/') ? [] : ['mocks/a.json'];
      const whole = [...args, ...paths, ...(output === undefined ? ['--output', 'out.txt'] : [])];
      assert.equal(await check(whole, __filename, english), 0);
      assert.match(readFileSync(output ?? 'out.txt', 'utf8'), command.includes('--quiet') ? /./ : /null-error|1 file/);
    });
  }

  it('has such commands, for each pipeline', () => {
    assert.equal(page.match(/api-response check/g)?.length, commandsIn(page).length + 1);
    for (const format of ['github', 'sarif', 'gitlab']) {
      assert.equal(commands.filter((command) => command.includes(`--format ${format} `)).length, 1, format);
    }
    assert.equal(commandsIn(hooks).length, 1);
  });

  it('names options, packages and a problem matcher that exist', () => {
    const known = firstCells(readText('docs/command-line.md')).map((cell) => cell.split(' ')[0]);
    const named = commands.flatMap((command) => command.match(/--[\w-]+/g) ?? []);
    const inProse = [...page.matchAll(/`(--[\w-]+)/g)].map(([, option = '']) => option);
    assert.deepEqual(
      [...named, ...inProse].filter((option) => !known.includes(option)),
      [],
    );
    assert.deepEqual(
      new Set(page.match(/[\w./-]+\.tgz/g)),
      new Set([`./tools/${manifest.name}-${manifest.version}.tgz`]),
    );
    const [tasks = ''] = blocksOf(page, 'json');
    const { problemMatcher } = (JSON.parse(tasks) as { tasks: { problemMatcher: string }[] }).tasks[0] ?? {};
    assert.deepEqual(
      manifest.contributes.problemMatchers.map(({ name }) => `$${name}`),
      [problemMatcher],
    );
  });

  it('names the hook, and its version', () => {
    const [, id = ''] = /^- id: (.+)$/m.exec(hooks) ?? [];
    assert.ok(page.includes(`    rev: v${manifest.version}\n    hooks:\n      - id: ${id}\n`));
  });

  it('has hooks for the files that are read in folders', () => {
    const endings = [...`${page}\n${hooks}`.matchAll(/files: \\\.\((.*)\)\$$/gm)].map(([, list = '']) => list);
    const expected = checkedExtensions.map((extension) => extension.slice(1)).sort();
    assert.deepEqual(
      endings.map((list) => list.split('|').sort()),
      [expected, expected],
    );
  });
});
