import type { ResponseDocument } from '../envelope';
import type { ChunkedText } from '../text/chunkedText';

/** Whatever can hand out a stretch of itself: a text, or a document in chunks. */
export interface Sliceable {
  slice(start: number, end: number): string;
}

/**
 * What a stretch of a document says. Where the document stays as it is there, so does the object in `responses`: what is
 * computed from it can be kept.
 */
export interface Part {
  /** Where the stretch begins in the document: what `responses` counts from. */
  readonly base: number;
  readonly text: Sliceable;
  readonly responses: ResponseDocument;
}

/** Finds the envelopes of one document, again and again while it changes. */
export interface DocumentReader {
  /** The parts may overlap; none is without an envelope, a break or a fault. */
  read(document: ChunkedText): Part[];
}
