import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '../../../..');
const door = 'server/src/service/base/markdown.ts';

/** SARIF has the sections of docs/rules.md as they are. */
const pages = 'server/src/cli/reporters/';

const files = ['server/src', 'client/src'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(root, folder, name)),
);
const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), (name) => ts.sys.readFile(name)) as {
  config: { compilerOptions: object };
};
const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);

describe('Markdown', function () {
  this.timeout(120_000);

  /** All nodes of our sources that break a rule, as `file:line`. */
  function places(breaks: (node: ts.Node) => boolean): string[] {
    const found: string[] = [];
    for (const file of files) {
      const source = program.getSourceFile(file);
      assert.ok(source, file);
      const visit = (node: ts.Node): void => {
        if (breaks(node)) {
          const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
          found.push(`${relative(root, file).replaceAll('\\', '/')}:${line + 1}`);
        }
        ts.forEachChild(node, visit);
      };
      visit(source);
    }
    return found;
  }

  let program: ts.Program;
  let checker: ts.TypeChecker;
  const typeOf = (node: ts.Node): string | undefined => checker.getTypeAtLocation(node).aliasSymbol?.name;

  before(() => {
    program = ts.createProgram(files, { ...options, noEmit: true, composite: false, incremental: false });
    checker = program.getTypeChecker();
  });

  it('is created in one place only', () => {
    const elsewhere = places((node) => ts.isAsExpression(node) && node.type.getText() === 'Markdown').filter(
      (place) => !place.startsWith(`${door}:`),
    );
    assert.deepEqual(elsewhere, []);
  });

  it('is the only text that is marked as Markdown', () => {
    let handedOut = 0;
    const wrong = places((node) => {
      if (!ts.isObjectLiteralExpression(node)) {
        return false;
      }
      const properties = new Map(node.properties.flatMap((each) => (each.name ? [[each.name.getText(), each]] : [])));
      const kind = properties.get('kind');
      const value =
        kind && /MarkupKind\.Markdown|['"]markdown['"]/.test(kind.getText())
          ? properties.get('value')
          : properties.get('markdown');
      if (!value) {
        return false;
      }
      handedOut++;
      return typeOf(ts.isPropertyAssignment(value) ? value.initializer : (value.name ?? value)) !== 'Markdown';
    });
    assert.deepEqual(
      wrong.filter((place) => !place.startsWith(pages)),
      [],
    );
    assert.ok(handedOut >= 2);
  });

  it('is not what pops up: one place shows messages, and takes links out of them', () => {
    const isMessage = (node: ts.Node): boolean =>
      ts.isIdentifier(node) && /^show(Information|Warning|Error)Message$/.test(node.text);
    const shown = places(isMessage).map((place) => place.split(':')[0]);
    assert.deepEqual([...new Set(shown)], ['client/src/ui/messages.ts']);
  });

  it('opens no page: one place does, for a button', () => {
    const opened = places((node) => ts.isIdentifier(node) && node.text === 'openExternal');
    assert.deepEqual(
      opened.map((place) => place.split(':')[0]),
      ['client/src/tickets/openSupportPage.ts'],
    );
  });

  it("is an editor's MarkdownString, which can trust links, only where hovers get to run one command", () => {
    const filesWith = (isIt: (node: ts.Node) => boolean): unknown[] => [
      ...new Set(places(isIt).map((place) => place.split(':')[0])),
    ];
    const hovers = ['client/src/client/hoverMiddleware.ts'];
    assert.deepEqual(
      filesWith((node) => ts.isIdentifier(node) && /^(MarkdownString|MarkedString)$/.test(node.text)),
      hovers,
    );
    assert.deepEqual(
      filesWith((node) => ts.isNewExpression(node) && node.expression.getText().includes('MarkdownString')),
      [],
    );
    const trusts = (node: ts.Node): boolean => ts.isIdentifier(node) && node.text === 'isTrusted';
    assert.deepEqual(
      filesWith((node) => trusts(node) && !node.parent.getText().startsWith('workspace.')),
      hovers,
    );
    assert.deepEqual(
      filesWith((node) => ts.isIdentifier(node) && node.text === 'supportHtml'),
      [],
    );
  });
});
