import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const made = ['.git', '.vscode-test', 'coverage', 'dist', 'node_modules', 'out'];

/** The paths of the project's own files, with `/` between names. */
const paths = readdirSync(root, { withFileTypes: true })
  .filter(({ name }) => !made.includes(name))
  .flatMap((entry) =>
    entry.isDirectory()
      ? readdirSync(join(root, entry.name), { recursive: true, encoding: 'utf8' }).map(
          (name) => `${entry.name}/${name.replaceAll('\\', '/')}`,
        )
      : [entry.name],
  );

/** What works on one system only, or depends on its settings, and the files that may do it all the same. */
const bound: readonly { readonly what: string; readonly form: RegExp; readonly allowed: readonly string[] }[] = [
  {
    what: 'makes a link where that may take a right: use itWithLinks',
    form: /(?<!itWithLinks.*)\bsymlink(?:Sync)?\(/s,
    // Junctions need no right, and test/vscode does without a link where there is none.
    allowed: [
      'test/support/system.ts',
      'test/support/scratchProject.ts',
      'test/release/release.slow.test.ts',
      'test/vscode/run.ts',
    ],
  },
  {
    what: 'reads /proc',
    form: /\/proc\//,
    // Says that it does not know where there is none.
    allowed: ['test/bench/client.ts'],
  },
  { what: "names /tmp: use os.tmpdir(), or the tests' temporaryFolder", form: /['"`]\/tmp\b/, allowed: [] },
  { what: 'asks who the user is: try what the user can do', form: /\bgetuid\b/, allowed: [] },
  {
    what: 'starts a shell, or a program of one system',
    form: /\b(?:spawn|exec)\w*\(\s*['"`](?:sh|bash|cmd|powershell|ps)\b|\bexecSync\(/,
    allowed: [],
  },
  {
    what: "depends on the user's language: name one",
    form: /\.localeCompare\([^,()]*\)|\.toLocale\w+\(\)|new Intl\.\w+\(\)/,
    allowed: [],
  },
  { what: "depends on the user's time zone", form: /\.get(?:Hours|Minutes|Date|Day|Month|FullYear)\(\)/, allowed: [] },
];

describe('the project', () => {
  it('has no files whose names some system cannot have', () => {
    const forbidden = /[<>:"|?*\\\p{Cc}]|[. ](?:\/|$)|(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\/|$)/iu;
    assert.deepEqual(
      paths.filter((path) => forbidden.test(path)),
      [],
    );
    const byLowerCase = new Map(paths.map((path) => [path.toLowerCase(), path]));
    assert.deepEqual(
      paths.filter((path) => byLowerCase.get(path.toLowerCase()) !== path),
      [],
    );
  });

  it('has scripts that any shell can run', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const bad = /[;'$`\\]|(?<!&)&(?!&)|(?:^|&& )(?:\w+=|(?:rm|cp|mv|mkdir|cat|echo|export|set|sh|bash)\b)/;
    assert.deepEqual(
      Object.entries(scripts).filter(([, script]) => bad.test(script)),
      [],
    );
  });

  for (const { what, form, allowed } of bound) {
    it(`has no code that ${what}`, () => {
      const code = paths.filter((path) => /^(?:client|server|test|scripts)\/.*\.(?:ts|mjs)$|^\w+\.mjs$/.test(path));
      const found = code.filter((path) => form.test(readFileSync(join(root, path), 'utf8')));
      assert.deepEqual(
        found.filter((path) => ![...allowed, 'test/release/portable.test.ts'].includes(path)),
        [],
      );
      assert.deepEqual(
        allowed.filter((path) => !found.includes(path)),
        [],
      );
    });
  }
});
