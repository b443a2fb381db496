import type { Frame } from './nestingState';
import type { Tape } from './tape';

/** How a JSON text is scanned. */
export interface StructureOptions {
  /** Comments and trailing commas are allowed, as in `jsonc`. */
  readonly comments: boolean;
  /** `response`, `RESPONSE` … count as `Response` (declared documents only). */
  readonly anySpelling: boolean;
  /** The root object itself may be the inside of a `Response`. */
  readonly unwrapped: boolean;
  /** UTF-16 units that a piece has at the least, unless the text ends. */
  readonly pieceLength: number;
}

/** A stretch of JSON that ends behind a token, with what the scanner found in it. */
export interface ScannedPiece {
  /** UTF-16 units from the end of the piece before. */
  readonly length: number;
  /** What is open where it begins and where it ends. */
  readonly entry: Frame;
  readonly exit: Frame;
  /** The text ends behind it. */
  readonly isLast: boolean;
  /** Its offsets count from the beginning of the piece. */
  readonly tape: Tape;
}
