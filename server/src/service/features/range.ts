import type { Range } from 'vscode-languageserver-types';
import { endOf, type Span } from '../envelope';
import type { PositionedText } from '../text/chunkedText';

/** A span as lines and UTF-16 characters. */
export function rangeOf(document: PositionedText, span: Span): Range {
  return { start: document.positionAt(span.offset), end: document.positionAt(endOf(span)) };
}
