import { createScanner, ScanError, SyntaxKind } from 'jsonc-parser';

/** The end of a JSON object, or the first place where it is not JSON. `isOpen`: the text ends inside it. */
export interface JsonExtent {
  readonly end: number;
  readonly isOpen: boolean;
}

/** Finds the end of an object, given its opening brace. Prose after a truncated body is not part of it. */
export function jsonExtent(text: string, start: number): JsonExtent {
  const scanner = createScanner(text, true);
  scanner.setPosition(start);
  let depth = 0;
  let isAfterValue = false;
  /** The offset of the last token, if that is an opening bracket. */
  let bracket: number | undefined;
  for (;;) {
    const token = scanner.scan();
    const isValue = !separators.has(token);
    if (token === SyntaxKind.EOF) {
      return { end: text.length, isOpen: true };
    }
    if (token === SyntaxKind.Unknown || (isValue && isAfterValue) || scanner.getTokenError() !== ScanError.None) {
      const isCut = scanner.getPosition() === text.length;
      // The bracket may be part of what follows: {⏎[TencentCloudSDKError]
      const outside = bracket ?? scanner.getTokenOffset();
      const isOutside = token === SyntaxKind.Unknown || (isValue && isAfterValue);
      return { end: isOutside ? outside : scanner.getPosition(), isOpen: isCut };
    }
    const isOpening = token === SyntaxKind.OpenBraceToken || token === SyntaxKind.OpenBracketToken;
    const isClosing = token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken;
    depth += isOpening ? 1 : isClosing ? -1 : 0;
    if (depth === 0) {
      return { end: scanner.getPosition(), isOpen: false };
    }
    bracket = token === SyntaxKind.OpenBracketToken ? scanner.getTokenOffset() : undefined;
    isAfterValue = isClosing || (isValue && !isOpening);
  }
}

const separators: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.CommaToken,
  SyntaxKind.ColonToken,
  SyntaxKind.CloseBraceToken,
  SyntaxKind.CloseBracketToken,
]);
