import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as ts from 'typescript';

const root = join(__dirname, '../../..');

/** A text that the source has said in the user's language. */
export interface Saying {
  /** File and line. */
  readonly place: string;
  /** The text; undefined where it is not written there as it is. */
  readonly text: string | undefined;
}

/** What may be said without being written there: the tests read the descriptions of rules from their meta. */
const knownElsewhere = 'rule.meta.description';

/** All calls of `l10n.t` below some folders, relative to the project. */
export function sayingsIn(...folders: string[]): Saying[] {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(root, folder, name)),
  );
  return files.flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    const sayings: Saying[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && /(?:^|\.)l10n\.t$/.test(node.expression.getText())) {
        const [text] = node.arguments;
        if (text?.getText() === knownElsewhere) {
          return;
        }
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        sayings.push({
          place: `${relative(root, file)}:${line + 1}`,
          text: text && ts.isStringLiteralLike(text) ? text.text : undefined,
        });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return sayings;
  });
}
