import type { Sliceable } from '../base/span';
import type { ParsedText } from '../envelope/envelope';
import type { ChunkedText } from '../incremental/chunkedText';

/** What a stretch of a document says. */
export interface Part {
  /** Where the stretch begins in the document: what `responses` counts from. */
  readonly base: number;
  readonly text: Sliceable;
  readonly responses: ParsedText;
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
