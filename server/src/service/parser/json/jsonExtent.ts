import { createScanner, ScanError, SyntaxKind } from 'jsonc-parser';

/** Where the JSON that begins with a brace ends; where it is none, where that shows. `isOpen`: the text ended before. */
export interface JsonExtent {
  readonly end: number;
  readonly isOpen: boolean;
}

/** Follows an object from its opening brace. Prose behind a body that was cut off is not taken for a part of it. */
export function jsonExtent(text: string, start: number): JsonExtent {
  const scanner = createScanner(text, true);
  scanner.setPosition(start);
  let depth = 0;
  let isBehindValue = false;
  for (;;) {
    const token = scanner.scan();
    const isValue = !separators.has(token);
    if (token === SyntaxKind.EOF) {
      return { end: text.length, isOpen: true };
    }
    if (token === SyntaxKind.Unknown || (isValue && isBehindValue) || scanner.getTokenError() !== ScanError.None) {
      const isCut = scanner.getPosition() === text.length;
      return { end: isValue && isBehindValue ? scanner.getTokenOffset() : scanner.getPosition(), isOpen: isCut };
    }
    const isOpening = token === SyntaxKind.OpenBraceToken || token === SyntaxKind.OpenBracketToken;
    const isClosing = token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken;
    depth += isOpening ? 1 : isClosing ? -1 : 0;
    if (depth === 0) {
      return { end: scanner.getPosition(), isOpen: false };
    }
    isBehindValue = isClosing || (isValue && !isOpening);
  }
}

const separators: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.CommaToken,
  SyntaxKind.ColonToken,
  SyntaxKind.CloseBraceToken,
  SyntaxKind.CloseBracketToken,
]);
