import type { Sliceable } from '../base/span';
import type { ParsedText } from '../envelope/envelope';
import type { ChunkedText } from './chunkedText';

/** What a stretch of a document says. It stays the same object for as long as the stretch stays as it is. */
export interface Content {
  readonly text: Sliceable;
  /** Its offsets count from the beginning of the stretch. */
  readonly parsed: ParsedText;
}

/** A stretch of a document with something in it. */
export interface Part {
  /** Where it begins in the document. */
  readonly offset: number;
  readonly content: Content;
}

/** Finds the responses of one document again and again while it changes. */
export interface IncrementalParser {
  /** Parses the document as it is now. The parts may overlap; none of them is empty. */
  parse(document: ChunkedText): Part[];
}
