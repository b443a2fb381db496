import { plainText } from '../base/plainText';
import type { Span } from '../base/span';

/** One change of a text: what a span is replaced with. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** A way to make a finding go away. */
export interface Fix {
  /** Names what it changes, since a menu may show several fixes. */
  readonly title: string;
  /** They do not overlap. */
  readonly edits: readonly Edit[];
  /** It adds nothing that the text did not say before, and drops nothing that a reader uses. */
  readonly safe: boolean;
}

/** The code that a fix puts in where only the user knows the right one: it promises least. */
export const unknownCode = 'InternalError';

/** Maximum length of what a title quotes, in UTF-16 units. */
const maxQuoteLength = 40;

/** Text of the document for a title. */
export function inTitle(text: string): string {
  return plainText(text, maxQuoteLength);
}

/** An edit that replaces a span. */
export function replace(span: Span, text: string): Edit {
  return { span, text };
}

/** An edit that inserts a text at an offset. */
export function insert(offset: number, text: string): Edit {
  return { span: { offset, length: 0 }, text };
}

/** An edit that removes what is between two offsets. */
export function remove(start: number, end: number): Edit {
  return { span: { offset: start, length: end - start }, text: '' };
}
