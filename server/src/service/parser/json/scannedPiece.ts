import type { NestingState } from './nestingState';
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

/** A text, or a stretch of one that begins at a token. */
export interface Stretch {
  readonly text: string;
  /** What is open where it begins. */
  readonly entry: NestingState;
  /** The text ends after it. */
  readonly isLast: boolean;
}

const byteOrderMark = '\ufeff';

/** Where a text begins: after the byte order mark, if a file has one. */
export function startOf(text: string): number {
  return text.startsWith(byteOrderMark) ? 1 : 0;
}

/** A stretch of JSON that ends after a token, with what the scanner found in it. */
export interface ScannedPiece {
  /** UTF-16 units from the end of the piece before. */
  readonly length: number;
  /** What is open where it begins and where it ends. */
  readonly entry: NestingState;
  readonly exit: NestingState;
  /** The text ends after it. */
  readonly isLast: boolean;
  /** Its offsets count from the beginning of the piece. */
  readonly tape: Tape;
}
