import type { Range } from 'vscode-languageserver-types';
import { endOf, type Span } from '../base/span';
import type { DocumentText } from './apiResponseDocument';

/** A span as lines and UTF-16 characters. */
export function rangeOf(text: Pick<DocumentText, 'positionAt'>, span: Span): Range {
  return { start: text.positionAt(span.offset), end: text.positionAt(endOf(span)) };
}
