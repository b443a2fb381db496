import type { Sliceable } from '../base/span';
import type { ParsedText } from '../envelope/envelope';
import type { ChunkedText } from './chunkedText';

/** The content of a stretch of a document. It stays the same object while the stretch is unchanged. */
export interface Content {
  readonly text: Sliceable;
  /** Offsets are relative to the stretch. */
  readonly parsed: ParsedText;
}

/** A stretch of a document that is not empty. */
export interface Part {
  /** The offset of the stretch in the document. */
  readonly offset: number;
  readonly content: Content;
}

/** Parses one document each time it changes. */
export interface IncrementalParser {
  /** Parses the current text. Parts may overlap, but none is empty. May throw `TooManyResponses`. */
  parse(document: ChunkedText, maxResponses: number): Part[];
}
