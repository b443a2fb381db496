import { endOf, type Span } from '../base/span';
import type { Range } from 'vscode-languageserver-types';
import type { PositionedText } from '../incremental/chunkedText';

/** A span as lines and UTF-16 characters. */
export function rangeOf(document: PositionedText, span: Span): Range {
  return { start: document.positionAt(span.offset), end: document.positionAt(endOf(span)) };
}
