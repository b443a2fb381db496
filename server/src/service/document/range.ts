import type { Range } from 'vscode-languageserver-types';
import { endOf, type Span } from '../base/span';
import type { DocumentText } from './apiResponseDocument';

/** A span as lines and characters, counted as the text does. */
export function rangeOf(text: Pick<DocumentText, 'positionAt'>, span: Span): Range {
  return { start: text.positionAt(span.offset), end: text.positionAt(endOf(span)) };
}
