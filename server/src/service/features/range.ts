import type { Range } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { endOf, type Span } from '../envelope';

/** A span as lines and UTF-16 characters. */
export function rangeOf(document: TextDocument, span: Span): Range {
  return { start: document.positionAt(span.offset), end: document.positionAt(endOf(span)) };
}
