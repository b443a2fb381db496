import { createScanner, SyntaxKind } from 'jsonc-parser';

/**
 * Whether a text is JSON, or several JSON texts in a row. It may break off or have errors, as long as it begins as JSON
 * and nothing else follows it: `[2024-10-09 17:05:37] ERROR`, `{ Code: 'InternalError' }` and `{"a":1} said the server`
 * are not JSON.
 */
export function isJson(text: string): boolean {
  const scanner = createScanner(text, true);
  /** What the last text in the row began with. */
  let root = SyntaxKind.Unknown;
  let depth = 0;
  let lineOfEnd = 0;
  for (;;) {
    const token = scanner.scan();
    const isOpening = token === SyntaxKind.OpenBraceToken || token === SyntaxKind.OpenBracketToken;
    if (token === SyntaxKind.EOF) {
      return root !== SyntaxKind.Unknown;
    }
    if (depth === 0) {
      // An array before something else on its line is what loggers write, such as [17] or ["main"].
      const isPrefix = root === SyntaxKind.OpenBracketToken && scanner.getTokenStartLine() === lineOfEnd;
      if (!isOpening || isPrefix || !beginsAsJson(text, scanner.getTokenOffset())) {
        return root !== SyntaxKind.Unknown && structural.has(token);
      }
      root = token;
    }
    depth += isOpening ? 1 : closing.has(token) ? -1 : 0;
    lineOfEnd = scanner.getTokenStartLine();
  }
}

/** Whether the text at an opening bracket or brace goes on as an array or object does, as far as its first item. */
function beginsAsJson(text: string, start: number): boolean {
  const scanner = createScanner(text, true);
  scanner.setPosition(start);
  let token = scanner.scan();
  while (token === SyntaxKind.OpenBracketToken) {
    token = scanner.scan();
  }
  const isObject = token === SyntaxKind.OpenBraceToken;
  const first = isObject ? scanner.scan() : token;
  if (closing.has(first) || first === SyntaxKind.EOF) {
    return true;
  }
  const isItem = isObject ? first === SyntaxKind.StringLiteral : scalars.has(first);
  const next = scanner.scan();
  const follows = isObject ? next === SyntaxKind.ColonToken : next === SyntaxKind.CommaToken || closing.has(next);
  return isItem && (follows || next === SyntaxKind.EOF);
}

const closing: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.CloseBraceToken, SyntaxKind.CloseBracketToken]);

/** A text that goes on with one of these after its end has an error in it, but is not prose. */
const structural: ReadonlySet<SyntaxKind> = new Set([...closing, SyntaxKind.CommaToken, SyntaxKind.ColonToken]);

const scalars: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.StringLiteral,
  SyntaxKind.NumericLiteral,
  SyntaxKind.TrueKeyword,
  SyntaxKind.FalseKeyword,
  SyntaxKind.NullKeyword,
]);
