import { Chunk } from './chunk';
import type { ChunkedText } from './chunkedText';

/** UTF-16 units that a piece has at the least, unless the text ends: what an edit costs, and what little each piece costs. */
export const usualPieceLength = 16 * 1024;

/** A stretch of text that was scanned from one state to another. */
export interface Scanned<State> {
  readonly entry: State;
  readonly exit: State;
  /** UTF-16 units. */
  readonly length: number;
  /** It was scanned as the last one, behind which the text ends. */
  readonly isLast: boolean;
}

/** Scans text into pieces. Two states are the same when they are the same object. */
export interface PieceScanner<State, Piece extends Scanned<State>> {
  readonly start: State;
  /**
   * The pieces of a text, which begins in a state. They cover all of it where it `isLast`; otherwise the scanner leaves
   * over what only the text behind it can decide.
   */
  scan(text: string, entry: State, isLast: boolean): readonly Piece[];
}

/**
 * Scans what has changed in a document since the last time, and on from there only until the scanner's state meets the one
 * of last time. Returns a piece a chunk.
 */
export function rescan<State, Piece extends Scanned<State>>(
  document: ChunkedText,
  scanner: PieceScanner<State, Piece>,
): Piece[] {
  const pieces: Piece[] = [];
  let state = scanner.start;
  let index = 0;
  while (index < document.chunks.length) {
    const known = document.chunks[index]?.scan as Piece | undefined;
    if (known?.entry === state && known.isLast === (index === document.chunks.length - 1)) {
      pieces.push(known);
      state = known.exit;
      index++;
      continue;
    }
    const made = scanFrom(document, index, state, scanner);
    made.forEach((piece) => pieces.push(piece));
    state = made.at(-1)?.exit ?? state;
    index += made.length;
  }
  return pieces;
}

/** Scans the chunk at an index, and as many behind it as it takes to end behind a whole token. */
function scanFrom<State, Piece extends Scanned<State>>(
  document: ChunkedText,
  index: number,
  entry: State,
  scanner: PieceScanner<State, Piece>,
): Piece[] {
  const pieces: Piece[] = [];
  const chunks: Chunk[] = [];
  let state = entry;
  let text = document.chunks[index]?.text ?? '';
  let to = index + 1;
  for (let more = 1; ; more *= 2) {
    const isLast = to >= document.chunks.length;
    let end = 0;
    for (const piece of scanner.scan(text, state, isLast)) {
      const chunk = new Chunk(text.slice(end, end + piece.length));
      end += piece.length;
      chunk.scan = piece;
      chunks.push(chunk);
      pieces.push(piece);
      state = piece.exit;
    }
    if (isLast || end === text.length) {
      document.replaceChunks(index, to, chunks);
      return pieces;
    }
    // Twice as much each time, so that a text without an end costs no more than a text with one.
    const next = document.chunks.slice(to, to + more);
    text = text.slice(end) + next.map((chunk) => chunk.text).join('');
    to += next.length;
  }
}
