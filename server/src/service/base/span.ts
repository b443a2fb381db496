/** A range of a text, in UTF-16 units from its start. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

/** The end of a span, exclusive. */
export function endOf(span: Span): number {
  return span.offset + span.length;
}

/** Whether an offset is in a span or at its end, like a cursor after the last character. */
export function touches(span: Span, offset: number): boolean {
  return offset >= span.offset && offset <= endOf(span);
}

/** Moves a span by `delta` units. */
export function shiftSpan(span: Span, delta: number): Span {
  return { offset: span.offset + delta, length: span.length };
}

/** A string, or a document in chunks. */
export interface Sliceable {
  slice(start: number, end: number): string;
}

/** A whole text. `length` is in UTF-16 units. */
export interface WholeText extends Sliceable {
  readonly length: number;
}
