import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import { rules } from '../../server/src/service';
import { ruleIds } from '../../server/src/service/rules/ids';
import { brokenLinks, firstCells, readManifest, readText, root, sectionsOf } from './markdown';

interface Property {
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Property>>;
}

interface Manifest {
  readonly version: string;
  readonly name: string;
  readonly contributes: {
    readonly commands: readonly { command: string; title: string; category: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Property>> };
  };
  readonly scripts: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readManifest()) as Manifest;
const { commands, configuration } = manifest.contributes;
const settings = configuration.properties;
const readme = readText('README.md');

/** What the recipe "Add a setting" of CONTRIBUTING.md adds. */
const recipeSetting = 'apiResponse.hover.members';

describe('the rules', () => {
  const defaults = rules.map(({ id, severity }) => [id, severity]);

  it('are in the table in the order of their ids', () => {
    assert.deepEqual(
      rules.map(({ id }) => id),
      [...ruleIds],
    );
  });

  it('have a section each in docs/rules.md, in that order, with the default severity', () => {
    const sections = sectionsOf(readText('docs/rules.md')).map(({ heading, text }) => [
      heading,
      /^\nDefault: `(\w+)`\n/.exec(text)?.[1],
    ]);
    assert.deepEqual(sections, [...defaults, ['more-findings', undefined]]);
  });

  it('have a paragraph on their quick fix there, if they have one', () => {
    const fixable = rules.filter((rule) => 'fix' in rule || 'fixContent' in rule || 'fixDocument' in rule);
    const described = sectionsOf(readText('docs/rules.md')).filter(({ text }) => /^\*\*Quick fix, .*:\*\*/m.test(text));
    assert.deepEqual(
      described.map(({ heading }) => heading),
      fixable.map(({ id }) => id),
    );
  });

  it('have a setting each in the manifest, in that order, with the default severity', () => {
    const properties = Object.entries(settings['apiResponse.rules']?.properties ?? {});
    assert.deepEqual(
      properties.map(([id, property]) => [id, property.default]),
      defaults,
    );
  });

  it('can be set to the same severities', () => {
    for (const [id, property] of Object.entries(settings['apiResponse.rules']?.properties ?? {})) {
      assert.deepEqual(property.enum, ['error', 'warning', 'information', 'hint', 'off'], id);
    }
  });

  it('are counted right where they are counted', () => {
    assert.deepEqual(
      [...readme.matchAll(/(\d+) rules/g)].map(([, count]) => Number(count)),
      [rules.length],
    );
  });
});

describe('README.md', () => {
  it('has a row for each command, with its title, and for no other', () => {
    const rows = [...readme.matchAll(/^\| \*\*([^*]+)\*\* +\| `(apiResponse\.\w+)`/gm)];
    assert.deepEqual(
      rows.map(([, title, command]) => [command, title]),
      commands.map(({ command, title, category }) => [command, `${category}: ${title}`]),
    );
  });

  it('has a row for each setting, with its default, and for no other', () => {
    const rows = [...readme.matchAll(/^\| `(apiResponse\.[\w.]+)` +\| `([^`]*)`/gm)];
    assert.deepEqual(
      rows.map(([, name, value]) => [name, value]),
      Object.entries(settings).map(([name, property]) => [name, JSON.stringify(property.default)]),
    );
  });

  it('names the VSIX as it will be called', () => {
    const names = [...readme.matchAll(/[\w.-]+\.vsix/g)].map(([name]) => name);
    assert.ok(names.length > 0);
    assert.deepEqual([...new Set(names)], [`${manifest.name}-${manifest.version}.vsix`]);
  });
});

const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

for (const page of pages) {
  describe(page, () => {
    const text = readText(page);

    it('has links that lead somewhere', () => {
      assert.deepEqual(brokenLinks(page), []);
    });

    it('names no command and no setting that is not in the manifest', () => {
      const known = [...commands.map(({ command }) => command), ...Object.keys(settings)];
      if (page === 'CONTRIBUTING.md') {
        known.push(recipeSetting);
      }
      const named = [...text.matchAll(/\bapiResponse\.[\w.]*\w/g)].map(([name]) => name);
      assert.deepEqual(
        named.filter((name) => !known.includes(name)),
        [],
      );
    });

    it('names no command by a title that it does not have', () => {
      const known = commands.map(({ title, category }) => `${category}: ${title}`);
      const named = [...text.matchAll(/(?:\*\*|")(API Response: [^*"]+)(?:\*\*|")/g)].map(([, title = '']) => title);
      assert.deepEqual(
        named.filter((title) => !known.includes(title)),
        [],
      );
    });

    it('names no npm script that does not exist', () => {
      const named = [...text.matchAll(/\bnpm run ([\w:]+)/g)].map(([, script = '']) => script);
      assert.deepEqual(
        named.filter((script) => !(script in manifest.scripts)),
        [],
      );
    });
  });
}

describe('docs/command-line.md', () => {
  it('has a row for each option of the help, and for no other', () => {
    const help = readText('server/src/cli/usage.ts');
    const inHelp = new Set([...help.matchAll(/--[a-z-]+/g)].map(([option]) => option));
    const rows = firstCells(readText('docs/command-line.md')).map((cell) => /^--[a-z-]+/.exec(cell)?.[0]);
    const general = ['--locale', '--help', '--version'];
    const documented = new Set([...rows.filter((option) => option !== undefined), ...general]);
    assert.deepEqual([...documented].sort(), [...inHelp].sort());
  });
});

describe('CONTRIBUTING.md', () => {
  it('has a row for each npm script that is called by name, and for no other', () => {
    const rows = firstCells(readText('CONTRIBUTING.md')).flatMap(
      (cell) => /^npm (?:run )?([\w:]+)/.exec(cell)?.[1] ?? [],
    );
    const called = Object.keys(manifest.scripts).filter((script) => script !== 'vscode:prepublish');
    assert.deepEqual(rows.sort(), called.sort());
  });

  it('states the version of Node that the manifest asks for', () => {
    const { engines } = JSON.parse(readText('package.json')) as { engines: { node: string } };
    assert.equal(engines.node, `>=${/Node (\d+\.\d+) or later/.exec(readText('CONTRIBUTING.md'))?.[1] ?? ''}`);
  });
});
