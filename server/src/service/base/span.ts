/** A stretch of a text, in UTF-16 units from the start of the text. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

/** The offset after the last character of a span. */
export function endOf(span: Span): number {
  return span.offset + span.length;
}

/** Whether an offset lies in a span; its end counts, as a cursor after the last character does. */
export function touches(span: Span, offset: number): boolean {
  return offset >= span.offset && offset <= endOf(span);
}

/** The same stretch of a text that begins `delta` units earlier. */
export function shiftSpan(span: Span, delta: number): Span {
  return { offset: span.offset + delta, length: span.length };
}

/** Whatever can hand out a stretch of itself: a string, or a document in chunks. */
export interface Sliceable {
  slice(start: number, end: number): string;
}

/** All of a text; `length` in UTF-16 units. */
export interface WholeText extends Sliceable {
  readonly length: number;
}
