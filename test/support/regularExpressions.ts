import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as ts from 'typescript';

const root = join(__dirname, '..', '..', '..');

/** A regular expression in the product's code. */
export interface FoundExpression {
  /** The literal, `/…/flags`, or the source of `new RegExp(…)`. */
  readonly source: string;
  /** File and line. */
  readonly place: string;
  readonly constructed: boolean;
}

/** All regular expressions below some folders of the project, in order of their files. */
export function expressionsIn(...folders: readonly string[]): FoundExpression[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .flatMap((name) => expressionsOf(join(root, folder, name))),
  );
}

function expressionsOf(path: string): FoundExpression[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
  const found: FoundExpression[] = [];
  const visit = (node: ts.Node): void => {
    const constructed = isConstruction(node);
    if (constructed || node.kind === ts.SyntaxKind.RegularExpressionLiteral) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      found.push({
        source: node.getText(file),
        place: `${relative(root, path).replaceAll('\\', '/')}:${line + 1}`,
        constructed,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** `new RegExp(…)` and `RegExp(…)`. */
function isConstruction(node: ts.Node): boolean {
  return (
    (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'RegExp'
  );
}

/** Creates the regular expression of a literal. */
export function compile(literal: string): RegExp {
  const end = literal.lastIndexOf('/');
  return new RegExp(literal.slice(1, end), literal.slice(end + 1));
}
