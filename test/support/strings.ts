import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as ts from 'typescript';

const root = join(__dirname, '../../..');

/** A call of `l10n.t` in the source. */
export interface LocalizedText {
  /** File and line. */
  readonly place: string;
  /** The text; undefined if it is not a literal. */
  readonly text: string | undefined;
}

/** The only argument that need not be a literal: the tests read the descriptions of rules from their meta. */
const allowedExpression = 'rule.meta.description';

/** All calls of `l10n.t` below some folders, relative to the project. */
export function localizedTextsIn(...folders: string[]): LocalizedText[] {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(root, folder, name)),
  );
  return files.flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    const texts: LocalizedText[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && /(?:^|\.)l10n\.t$/.test(node.expression.getText())) {
        const [text] = node.arguments;
        if (text?.getText() === allowedExpression) {
          return;
        }
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        texts.push({
          place: `${relative(root, file).replaceAll('\\', '/')}:${line + 1}`,
          text: text && ts.isStringLiteralLike(text) ? text.text : undefined,
        });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return texts;
  });
}
