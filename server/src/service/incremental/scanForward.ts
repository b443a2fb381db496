import type { PieceScanner, Placed, ScannedStretch } from './pieceCache';

/**
 * Scans a text that comes in blocks, from its beginning to its end. Keeps no more of it than the next piece needs. All
 * pieces are returned, those that are empty too.
 */
export function* scanForward<State, Piece extends ScannedStretch<State>>(
  scanner: PieceScanner<State, Piece>,
  blocks: Iterable<string>,
): Iterable<Placed<Piece>> {
  let state = scanner.start;
  let base = 0;
  let text = '';
  let enough = 0;
  for (const { block, isLast } of markLast(blocks)) {
    text += block;
    if (text.length < enough && !isLast) {
      continue;
    }
    let end = 0;
    for (const piece of scanner.scan(text, state, isLast)) {
      yield { piece, base };
      base += piece.text.length;
      end += piece.text.length;
      state = piece.exit;
    }
    text = text.slice(end);
    // Doubling keeps the total cost linear, even if the token never ends.
    enough = 2 * text.length;
  }
}

/** At least one block, and which is the last. */
function* markLast(blocks: Iterable<string>): Iterable<{ readonly block: string; readonly isLast: boolean }> {
  let previous: string | undefined;
  for (const block of blocks) {
    if (previous !== undefined) {
      yield { block: previous, isLast: false };
    }
    previous = block;
  }
  yield { block: previous ?? '', isLast: true };
}
