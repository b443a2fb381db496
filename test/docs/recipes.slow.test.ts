import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readBuiltinFiles } from '../../server/src/data/builtinData';
import { readMarkers, renderMarkers } from '../support/markers';
import { recipeBlocks, type RecipeBlock } from '../support/recipes';
import { ScratchProject } from '../support/scratchProject';
import { markFindings } from '../support/service';
import { blocksOf, readText, root, sectionsOf } from './markdown';

type Service = typeof import('../../server/src/service');
type Session = typeof import('../../server/src/lsp/session/configuration');

/** The settings of the manifest, by section. */
interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly configuration: readonly {
      readonly properties: Readonly<Record<string, { readonly order: number; readonly properties?: object }>>;
    }[];
  };
}

const recipeOf = (title: string): RecipeBlock[] =>
  recipeBlocks(sectionsOf(readText('CONTRIBUTING.md')).find(({ heading }) => heading === title)?.text ?? '');

/** The test that a recipe adds. */
const testOf = (recipe: readonly RecipeBlock[]): string =>
  recipe.find(({ path }) => path.endsWith('.test.ts'))?.path ?? 'no test';

const id = 'message-repeats-code';
const file = 'server/src/service/rules/messageRepeatsCode.ts';
const rule = recipeOf('Add a rule');
const code = recipeOf('Add an error code');
const setting = recipeOf('Add a setting');
const language = recipeOf('Add a language');

/** Whoever tries a recipe out has its example in the project, where it cannot be added once more. */
const isTriedOut = [file, code[0]?.path ?? 'no file', testOf(setting), testOf(language)].some((path) =>
  existsSync(join(root, path)),
);

(isTriedOut ? describe.skip : describe)('the recipes of CONTRIBUTING.md', () => {
  let project: ScratchProject;

  before(() => {
    project = new ScratchProject();
    [...code, ...rule, ...setting, ...language].forEach((block) => project.apply(block));
  });

  after(() => project.remove());

  it('have all that is needed to generate the rest', () => {
    assert.match(
      project.generate('--check'),
      /^generate: .*rules\/index\.ts.*: not up to date; run "npm run generate"/,
    );
    assert.equal(project.generate(), '');
    assert.equal(project.generate('--check'), '');
  });

  it('leave nothing that does not compile', () => assert.deepEqual(project.compileErrors(), []));

  describe('"Add an error code"', () => {
    for (const locale of ['en', 'zh-cn']) {
      it(`gives what the command line says of the code: ${locale}`, () => {
        const { content = '' } = code.find(({ path }) => path.includes(`/${locale}/`)) ?? {};
        const { codes } = JSON.parse(content) as { codes: Record<string, Record<string, unknown>> };
        const [[name, entry] = []] = Object.entries(codes);
        const args = ['explain', name ?? '', '--product', 'teapot', '--locale', locale, '--format', 'json'];
        const said = JSON.parse(project.run('server/src/cli/main.ts', ...args)) as { match: string; entry: object };
        assert.equal(said.match, 'exact');
        assert.deepEqual({ ...said.entry, ...entry }, said.entry);
      });
    }
  });

  describe('"Add a rule"', () => {
    it('gives a rule that fires where its fixtures and its page say so, and nowhere else', () => {
      const { Catalog, createLanguageService } = project.load('server/src/service/index.ts') as Service;
      const service = createLanguageService({ catalog: () => new Catalog(readBuiltinFiles('en')) });
      const marked = [
        ...rule.filter(({ path }) => path.startsWith('test/fixtures/')).map(({ content }) => content),
        ...examplesOf(project.read('docs/rules.md')),
      ];
      assert.equal(marked.length, 4);
      for (const { text, ranges } of marked.map(readMarkers)) {
        const { first } = service.findings(service.parse(TextDocument.create('file:///x.json', 'json', 1, text)));
        assert.equal(markFindings(text, first), renderMarkers(text, ranges));
      }
    });

    it('gives a setting, with a description in both languages', () => {
      const manifest = JSON.parse(project.read('package.json')) as Manifest;
      const settings = new Map(
        manifest.contributes.configuration.flatMap(({ properties }) => Object.entries(properties)),
      );
      const ids = Object.keys(settings.get('apiResponse.rules')?.properties ?? {});
      assert.equal(ids[ids.indexOf('error-message-not-string') + 1], id);
      for (const path of ['package.nls.json', 'package.nls.zh-cn.json']) {
        assert.ok(project.read(path).includes(`"rule.${id}": `), path);
      }
    });
  });

  describe('"Add a setting"', () => {
    it('gives a setting, with a row in docs/reference.md and a description in both languages', () => {
      const manifest = JSON.parse(project.read('package.json')) as Manifest;
      const sections = manifest.contributes.configuration;
      const settings = sections.flatMap(({ properties }) => Object.keys(properties));
      assert.equal(sections[0]?.properties['apiResponse.hover.members']?.order, 2);
      const rows = [...project.read('docs/reference.md').matchAll(/^\| `(apiResponse\.[\w.]+)` +\| `/gm)];
      assert.deepEqual(rows.map(([, name]) => name).sort(), settings.sort());
      for (const path of ['package.nls.json', 'package.nls.zh-cn.json']) {
        assert.ok(project.read(path).includes('"setting.hover.members": '), path);
      }
    });

    it('gives a setting that the language server reads', () => {
      const { readConfiguration } = project.load('server/src/lsp/session/configuration.ts') as Session;
      const read = (hover: unknown): unknown =>
        Object.entries(readConfiguration({ hover })).find(([name]) => name === 'hoverMembers')?.[1];
      assert.deepEqual([{ members: false }, { members: 'no' }, {}, null].map(read), [false, true, true, true]);
    });

    it('gives a test that passes', () => {
      assert.deepEqual(project.test(testOf(setting)), {
        passes: ['explains the fixed members, or not: true', 'explains the fixed members, or not: false'],
        failures: [],
      });
    });
  });

  describe('"Add a language"', () => {
    it('gives a language that activates the extension', () => {
      const { activationEvents } = JSON.parse(project.read('package.json')) as Manifest;
      assert.ok(activationEvents.includes('onLanguage:xml'));
    });

    it('gives a row in docs/reference.md, in the table and not after it', () => {
      assert.match(project.read('docs/reference.md'), /^\| `yaml` .*\n\| `xml` .*\n\n/m);
    });

    it('gives a test that passes', () => {
      assert.deepEqual(project.test(testOf(language)), { passes: ['finds exception texts in XML'], failures: [] });
    });
  });
});

/** The examples of the rule in the page, the wrong one with a mark. */
function examplesOf(page: string): string[] {
  const { text = '' } = sectionsOf(page).find(({ heading }) => heading === id) ?? {};
  const [wrong = '', ...right] = blocksOf(text, 'json');
  return [wrong.replace('"Message": "InternalError"', `"Message": ‹information ${id}|"InternalError"|›`), ...right];
}

(isTriedOut ? describe.skip : describe)('npm run generate', () => {
  let project: ScratchProject;

  beforeEach(() => {
    project = new ScratchProject();
  });

  afterEach(() => project.remove());

  /** Follows the recipe except for one file. */
  const without = (left: string): void =>
    rule.filter(({ path }) => path !== left).forEach((block) => project.apply(block));

  it('asks for the section of a rule', () => {
    without('docs/rules.md');
    assert.equal(
      project.generate(),
      `generate: docs/rules.md has no section for the rule "${id}"; add "## ${id}" where it belongs.\n`,
    );
  });

  it('asks for the rule of a section', () => {
    without(file);
    assert.equal(
      project.generate(),
      `generate: docs/rules.md has a section for "${id}", but server/src/service/rules has no such rule; ` +
        'remove one or add the other.\n',
    );
  });

  it('asks for a translation, and changes nothing before it has one', () => {
    const manifest = project.read('package.json');
    without('l10n/bundle.l10n.zh-cn.json');
    assert.equal(
      project.generate(),
      'generate: l10n/bundle.l10n.zh-cn.json has no translation of "`Message` only repeats the code.", ' +
        `the description of ${id}; add it.\n`,
    );
    assert.equal(project.read('package.json'), manifest);
  });

  it('asks for an id that is the name of the file', () => {
    without('');
    project.write(file, project.read(file).replace(id, 'message-is-code'));
    assert.equal(
      project.generate(),
      `generate: ${file} must export a rule "messageRepeatsCode" with the id "${id}"; rename one of them.\n`,
    );
  });

  it('says where a rule cannot be compiled', () => {
    without('');
    project.write(file, project.read(file).replace("id: '", 'id: '));
    assert.match(project.generate(), new RegExp(`^generate: ${file}:6 does not compile; correct it: .*\n$`));
  });
});
