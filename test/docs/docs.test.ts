import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { documentLanguages, rules } from '../../server/src/service';
import { recipeBlocks } from '../support/recipes';
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

  it('has each language in the first column of "What is read", and no other', () => {
    const { text = '' } = sectionsOf(readme).find(({ heading }) => heading === 'What is read') ?? {};
    const cells = [...text.matchAll(/^\| (`[^|]*)/gm)].map(([, cell = '']) => cell);
    assert.deepEqual(
      cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, id]) => id)).sort(),
      documentLanguages.map(({ id }) => id).sort(),
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

    it('names no bundle that is not made', () => {
      const [, entryPoints = ''] = /entryPoints: \{([^}]*)\}/.exec(readText('esbuild.mjs')) ?? [];
      const made = [...entryPoints.matchAll(/(\w+):/g)].map(([, bundle = '']) => bundle);
      const named = [...text.matchAll(/\bdist\/([\w/]+)\.js\b/g)].map(([, bundle = '']) => bundle);
      assert.deepEqual(
        named.filter((bundle) => !made.includes(bundle)),
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
    const called = Object.keys(manifest.scripts).filter((script) => !['prepare', 'vscode:prepublish'].includes(script));
    assert.deepEqual(rows.sort(), called.sort());
  });

  it('states the version of Node that the manifest asks for', () => {
    const { engines } = JSON.parse(readText('package.json')) as { engines: { node: string } };
    assert.equal(engines.node, `>=${/Node (\d+\.\d+) or later/.exec(readText('CONTRIBUTING.md'))?.[1] ?? ''}`);
  });
});

describe('docs/architecture.md', () => {
  it('lists the rooms of the service in the order in which they may import each other', () => {
    const [, list = ''] = /^const serviceFolders = \[([^\]]*)\]/m.exec(readText('.dependency-cruiser.mjs')) ?? [];
    const rooms = [...list.matchAll(/'(\w+)'/g)].map(([, room]) => room);
    const rows = [...readText('docs/architecture.md').matchAll(/^\| `· (\w+)`/gm)].map(([, room]) => room);
    assert.deepEqual(rows, rooms);
  });
});

for (const page of ['CONTRIBUTING.md', 'docs/architecture.md', 'docs/security.md', 'docs/catalog.md']) {
  it(`${page} names no file of ours that does not exist`, () => {
    const made = page === 'CONTRIBUTING.md' ? recipeBlocks(readText(page)).map(({ path }) => path) : [];
    const known = [...filesOf('client', 'docs', 'l10n', 'scripts', 'server', 'test', '.'), ...made];
    const named = [...readText(page).matchAll(/`([\w@./-]+\.(?:ts|mjs))`/g)].map(([, name = '']) => name);
    assert.deepEqual(
      named.filter((name) => !known.some((path) => path === name || path.endsWith(`/${name}`))),
      [],
    );
  });
}

/** Paths of the files in some folders, with all folders below them; of the project's own only those at its top. */
function filesOf(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: folder !== '.', encoding: 'utf8' }).map((name) =>
      join(folder, name).replaceAll('\\', '/'),
    ),
  );
}
