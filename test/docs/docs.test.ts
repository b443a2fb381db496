import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../../server/src/cli/commands';
import { commonOptions } from '../../server/src/cli/usage/command';
import { termOf } from '../../server/src/cli/usage/help';
import { documentLanguages, rules } from '../../server/src/service';
import { recipeBlocks } from '../support/recipes';
import { importScript } from '../support/scripts';
import { blocksOf, brokenLinks, firstCells, readManifest, readText, root, sectionsOf } from './markdown';

interface Property {
  readonly default: unknown;
}

interface Command {
  readonly command: string;
  readonly title: string;
  readonly category: string;
}

interface Manifest {
  readonly version: string;
  readonly name: string;
  readonly contributes: {
    readonly commands: readonly Command[];
    readonly menus: { readonly commandPalette: readonly { command: string; when: string }[] };
    readonly configuration: readonly { readonly properties: Readonly<Record<string, Property>> }[];
  };
  readonly scripts: Readonly<Record<string, string>>;
}

interface Bundle {
  readonly outdir: string;
  readonly entryPoints: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readManifest()) as Manifest;
const { commands: editorCommands, configuration, menus } = manifest.contributes;
const hidden = menus.commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command);
const settings = Object.fromEntries(configuration.flatMap(({ properties }) => Object.entries(properties)));
const reference = readText('docs/reference.md');

/** What the manifest contributes, in a language. */
function contributes(locale: 'en' | 'zh-cn'): Manifest['contributes'] {
  return (JSON.parse(readManifest(locale)) as Manifest).contributes;
}

/** The title of a command as the palette shows it. */
function titleOf({ title, category }: Command): string {
  return `${category}: ${title}`;
}

/** What a text names in bold or in quotes as if it were one of the commands, by their category. */
function titlesIn(text: string, known: readonly Command[]): string[] {
  const categories = [...new Set(known.map(({ category }) => category))].join('|');
  return [...text.matchAll(new RegExp(`(?:\\*\\*|")((?:${categories}): [^*"]+)(?:\\*\\*|")`, 'g'))].map(
    ([, title = '']) => title,
  );
}

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

describe('docs/reference.md', () => {
  it('has a row for each command of the palette, with its title, and for no other', () => {
    const rows = [...reference.matchAll(/^\| \*\*([^*]+)\*\* +\| `(apiResponse\.\w+)`/gm)];
    assert.deepEqual(
      rows.map(([, title, command]) => [command, title]),
      editorCommands
        .filter(({ command }) => !hidden.includes(command))
        .map((command) => [command.command, titleOf(command)]),
    );
  });

  it('has a row for each setting, with its default, and for no other', () => {
    const rows = [...reference.matchAll(/^\| `(apiResponse\.[\w.]+)` +\| `([^`]*)`/gm)];
    assert.deepEqual(
      rows.map(([, name, value]) => `${name} ${value}`).sort(),
      Object.entries(settings)
        .map(([name, property]) => `${name} ${JSON.stringify(property.default)}`)
        .sort(),
    );
  });

  it('has each language in the first column of "Supported languages", and no other', () => {
    const { text = '' } = sectionsOf(reference).find(({ heading }) => heading === 'Supported languages') ?? {};
    const cells = [...text.matchAll(/^\| (`[^|]*)/gm)].map(([, cell = '']) => cell);
    assert.deepEqual(
      cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, id]) => id)).sort(),
      documentLanguages.map(({ id }) => id).sort(),
    );
  });
});

const readmes = [
  { page: 'README.md', commands: editorCommands, other: 'README.zh-CN.md' },
  { page: 'README.zh-CN.md', commands: contributes('zh-cn').commands, other: 'README.md' },
];

describe('README.md and README.zh-CN.md', () => {
  for (const { page, other } of readmes) {
    const text = readText(page);

    it(`${page} links to ${other} on its first line`, () => {
      assert.match(text.split('\n', 1)[0] ?? '', new RegExp(`^\\[[^\\]]+\\]\\(${other}\\)$`));
    });

    it(`${page} names the VSIX as it will be called`, () => {
      const names = [...text.matchAll(/[\w.-]+\.vsix/g)].map(([name]) => name);
      assert.ok(names.length > 0);
      assert.deepEqual([...new Set(names)], [`${manifest.name}-${manifest.version}.vsix`]);
    });

    it(`${page} has no tables, which the page of an extension in VS Code cuts off`, () => {
      assert.doesNotMatch(text, /^\|/m);
    });
  }

  it('name the same commands in the same order, by titles that they have', () => {
    const [english, chinese] = readmes.map(({ page, commands: known }) =>
      titlesIn(readText(page), known).map((title) => known.find((each) => titleOf(each) === title)?.command ?? title),
    );
    assert.deepEqual(chinese, english);
  });

  it('have the same sections, links and blocks', () => {
    const [english, chinese] = readmes.map(({ page, other }) => ({
      headings: readText(page).match(/^#+ /gm),
      links: [...readText(page).matchAll(/\]\(([^()\s]+\.md[^()\s]*)\)/g)]
        .map(([, target = '']) => target)
        .filter((target) => target !== other),
      blocks: blocksOf(readText(page), 'sh'),
    }));
    assert.deepEqual(chinese, english);
  });
});

describe('the texts of the manifest', () => {
  for (const path of ['package.nls.json', 'package.nls.zh-cn.json']) {
    it(`link to no command of the extension that does not exist: ${path}`, () => {
      // A walkthrough puts `toSide:` before commands that open something beside it.
      const linked = [...readText(path).matchAll(/\]\(command:(?:toSide:)?(apiResponse\.\w+)/g)].map(
        ([, command]) => command,
      );
      const known = editorCommands.map(({ command }) => command);
      assert.ok(linked.length > 0);
      assert.deepEqual(
        linked.filter((command) => !known.includes(command ?? '')),
        [],
      );
    });
  }
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
      const known = [...editorCommands.map(({ command }) => command), ...Object.keys(settings)];
      if (page === 'CONTRIBUTING.md') {
        known.push(recipeSetting);
      }
      const named = [...text.matchAll(/\bapiResponse\.[\w.]*\w/g)].map(([name]) => name);
      assert.deepEqual(
        named.filter((name) => !known.includes(name)),
        [],
      );
    });

    it('names the npm package as it will be called', () => {
      const named = [...text.matchAll(/\bout\/[\w.-]+\.tgz\b/g)].map(([name]) => name);
      const expected = `out/${manifest.name}-${manifest.version}.tgz`;
      assert.deepEqual(
        named.filter((name) => name !== expected),
        [],
      );
    });

    it('names no bundle that is not made', async () => {
      const { bundles } = (await importScript('../bundles.mjs')) as { readonly bundles: readonly Bundle[] };
      const made = bundles.flatMap(({ outdir, entryPoints }) =>
        Object.keys(entryPoints).map((name) => `${outdir}/${name}.js`),
      );
      const named = [...text.matchAll(/\bdist\/[\w/]+\.js\b/g)].map(([bundle]) => bundle);
      assert.deepEqual(
        named.filter((bundle) => !made.includes(bundle)),
        [],
      );
    });

    it('names no command by a title that it does not have', () => {
      const locale = page.endsWith('.zh-CN.md') ? 'zh-cn' : 'en';
      const { commands: translated } = contributes(locale);
      const known = translated.map(titleOf);
      assert.deepEqual(
        titlesIn(text, translated).filter((title) => !known.includes(title)),
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
  const text = readText('docs/command-line.md');
  const sections = sectionsOf(text);

  for (const { name, operands, options } of commands) {
    it(`has a row for each option of ${name}, with its default and its values, and for no other`, () => {
      const section = sections.find(({ heading }) => heading === name)?.text ?? '';
      const rows = [...section.matchAll(/^\| `(--[^`]+)` +\| (.*?) +\| (.*) \|$/gm)].map(
        ([, term, preset, meaning = '']) => {
          const { default: value, values = [] } = options[/^--([a-z-]+)/.exec(term ?? '')?.[1] ?? ''] ?? {};
          const isPreset = typeof value !== 'string' || value === '' || preset === `\`${value}\``;
          return [term, isPreset, values.filter((each) => !meaning.includes(`\`${each}\``))];
        },
      );
      const expected = Object.entries(options).map(([option, each]) => [termOf(option, each, 'en'), true, []]);
      assert.deepEqual(rows, expected);
      const cell = `\`${name} ${operands.en}\``.replaceAll('|', '\\|');
      assert.ok(text.includes(`[${cell}]`), `The table of commands has no ${cell}.`);
    });
  }

  it('has the options of all commands', () => {
    for (const option of [...Object.keys(commonOptions).map((each) => `--${each}`), '--help', '-h', '--version']) {
      assert.match(text, new RegExp(`[\` ]${option}(?![\\w-])`));
    }
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
