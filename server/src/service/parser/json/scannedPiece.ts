import type { NestingState } from './nestingState';
import type { Tape } from './tape';

/** The options of scanning a JSON text. */
export interface StructureOptions {
  /** Comments and trailing commas are allowed, as in `jsonc`. */
  readonly comments: boolean;
  /** `response`, `RESPONSE` … count as `Response` (declared documents only). */
  readonly anySpelling: boolean;
  /** The root object itself may be the content of a `Response`. */
  readonly unwrapped: boolean;
  /** Minimum length of a piece in UTF-16 units, except the last one. */
  readonly pieceLength: number;
}

/** A text, or a stretch of one that begins at a token. */
export interface Stretch {
  readonly text: string;
  /** The nesting at its start. */
  readonly entry: NestingState;
  /** It ends with the end of the text. */
  readonly isLast: boolean;
}

const byteOrderMark = '\ufeff';

/** The offset of the content: after the byte order mark, if there is one. */
export function startOf(text: string): number {
  return text.startsWith(byteOrderMark) ? 1 : 0;
}

/** A scanned stretch of JSON that ends after a token. */
export interface ScannedPiece {
  /** Length in UTF-16 units. */
  readonly length: number;
  /** The nesting at its start and at its end. */
  readonly entry: NestingState;
  readonly exit: NestingState;
  /** It ends with the end of the text. */
  readonly isLast: boolean;
  /** Offsets are relative to the piece. */
  readonly tape: Tape;
}
