import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../server/src/service';
import { brokenLinks, firstCells, readManifest, readText, root, sectionsOf } from './markdown';

interface Property {
  readonly default: unknown;
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

describe('docs/rules.md', () => {
  const sections = sectionsOf(readText('docs/rules.md'));

  it('states the default severity of each rule, and has no section twice', () => {
    const defaults = sections.map(({ heading, text }) => [heading, /^\nDefault: `(\w+)`\n/.exec(text)?.[1]]);
    assert.deepEqual(defaults, [...rules.map(({ meta }) => [meta.id, meta.severity]), ['more-findings', undefined]]);
  });

  it('has a paragraph on the quick fix of each rule that has one, and says whether it is safe', () => {
    const described = sections.flatMap(({ heading, text }) => {
      const [, safety] = /^\*\*Quick fix, (.*):\*\*/m.exec(text) ?? [];
      return safety === undefined ? [] : [[heading, safety.replace(/^safe for .*/, 'safe for some')]];
    });
    const inWords = { safe: 'safe', unsafe: 'not safe', 'sometimes-safe': 'safe for some' };
    assert.deepEqual(
      described,
      rules.flatMap(({ meta: { id, fix } }) => (fix ? [[id, inWords[fix]]] : [])),
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

  it('names the VSIX correctly', () => {
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

    it('has no broken links', () => {
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
    const help = readText('server/src/cli/usage/help.ts');
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
