import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as ts from 'typescript';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readBuiltinFiles } from '../../server/src/data/builtinData';
import { readMarkers, renderMarkers } from '../support/markers';
import { recipeBlocks } from '../support/recipes';
import { ScratchProject } from '../support/scratchProject';
import { markFindings } from '../support/service';
import { blocksOf, readText, sectionsOf } from './markdown';

const id = 'message-repeats-code';
const file = 'server/src/service/rules/messageRepeatsCode.ts';
const recipe = sectionsOf(readText('CONTRIBUTING.md')).find(({ heading }) => heading === 'Add a rule')?.text ?? '';
const blocks = recipeBlocks(recipe);

describe('the recipe "Add a rule"', () => {
  let project: ScratchProject;

  before(() => {
    project = new ScratchProject();
    blocks.forEach((block) => project.apply(block));
  });

  after(() => project.remove());

  it('has everything needed to generate the rest', () => {
    assert.match(
      project.generate('--check'),
      /^generate: .*rules\/index\.ts.*: not up to date; run "npm run generate"/,
    );
    assert.equal(project.generate(), '');
    assert.equal(project.generate('--check'), '');
  });

  it('gives a rule that compiles', () => {
    assert.deepEqual(compileErrors(project, file), []);
  });

  it('gives a rule that fires where its fixtures and its page say so, and nowhere else', () => {
    const { Catalog, createLanguageService } = project.loadService();
    const service = createLanguageService({ catalog: () => new Catalog(readBuiltinFiles('en')) });
    const marked = [
      ...blocks.filter(({ path }) => path.startsWith('test/fixtures/')).map(({ content }) => content),
      ...examplesOf(project.read('docs/rules.md')),
    ];
    assert.equal(marked.length, 4);
    for (const { text, ranges } of marked.map(readMarkers)) {
      const { first } = service.findings(service.parse(TextDocument.create('file:///x.json', 'json', 1, text)));
      assert.equal(markFindings(text, first), renderMarkers(text, ranges));
    }
  });

  it('gives a setting, with a description in both languages', () => {
    const manifest = JSON.parse(project.read('package.json')) as typeof import('../../package.json');
    const { properties } = manifest.contributes.configuration.properties['apiResponse.rules'];
    const ids = Object.keys(properties);
    assert.equal(ids[ids.indexOf('error-message-not-string') + 1], id);
    for (const path of ['package.nls.json', 'package.nls.zh-cn.json']) {
      assert.ok(project.read(path).includes(`"rule.${id}": `), path);
    }
  });
});

/** The examples of the rule in the page, with the error marked. */
function examplesOf(page: string): string[] {
  const { text = '' } = sectionsOf(page).find(({ heading }) => heading === id) ?? {};
  const [wrong = '', ...right] = blocksOf(text, 'json');
  return [wrong.replace('"Message": "InternalError"', `"Message": ‹information ${id}|"InternalError"|›`), ...right];
}

function compileErrors(project: ScratchProject, path: string): string[] {
  const config = ts.readConfigFile(join(project.path, 'tsconfig.base.json'), (name) => ts.sys.readFile(name));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, project.path);
  const program = ts.createProgram([join(project.path, path)], { ...options, noEmit: true, composite: false });
  const source = program.getSourceFile(join(project.path, path));
  const diagnostics = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('npm run generate', () => {
  let project: ScratchProject;

  beforeEach(() => {
    project = new ScratchProject();
  });

  afterEach(() => project.remove());

  /** Follows the recipe except for one file. */
  const without = (left: string): void =>
    blocks.filter(({ path }) => path !== left).forEach((block) => project.apply(block));

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

  it('says where a rule does not compile', () => {
    without('');
    project.write(file, project.read(file).replace("id: '", 'id: '));
    assert.match(project.generate(), new RegExp(`^generate: ${file}:6 does not compile; correct it: .*\n$`));
  });
});
