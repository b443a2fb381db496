import type { ResponseDocument } from '../envelope';
import type { ChunkedText } from '../text/chunkedText';

/** Whatever can hand out a stretch of itself: a text, or a document in chunks. */
export interface Sliceable {
  slice(start: number, end: number): string;
}

/** All of a text, or of a document in chunks; `length` in UTF-16 units. */
export interface WholeText extends Sliceable {
  readonly length: number;
}

/** What a stretch of a document says. */
export interface Part {
  /** Where the stretch begins in the document: what `responses` counts from. */
  readonly base: number;
  readonly text: Sliceable;
  readonly responses: ResponseDocument;
  /** What others computed from `responses`, kept for as long as the stretch stays as it is. */
  readonly memory: PartMemory;
}

export interface PartMemory {
  /** See rules/someFindings.ts. */
  findings?: unknown;
}

/** Finds the envelopes of one document, again and again while it changes. */
export interface DocumentReader {
  /** The parts may overlap; none is without an envelope, a break or a fault. */
  read(document: ChunkedText): Part[];
}
