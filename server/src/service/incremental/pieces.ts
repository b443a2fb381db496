import { Chunk } from './chunk';
import type { ChunkedText } from './chunkedText';
import { replaceItems } from './replaceItems';
import { countUpTo } from './runningTotals';

/** UTF-16 units that a piece has at the least, unless the text ends: what an edit costs, and what little each piece costs. */
export const usualPieceLength = 8 * 1024;

/** A stretch of text that was scanned from one state to another. */
export interface Scanned<State> {
  readonly text: string;
  readonly entry: State;
  readonly exit: State;
  /** It was scanned as the last one, behind which the text ends. */
  readonly isLast: boolean;
  /** Nothing in it matters to a response, as in most of a large payload. */
  readonly saysNothing: boolean;
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

/** A piece, and where it begins in the document. */
export interface Placed<Piece> {
  readonly piece: Piece;
  readonly base: number;
}

/** The pieces of one document while it changes, one a chunk. */
export class Pieces<State, Piece extends Scanned<State>> {
  private start: State | undefined;
  /** The chunks as they were scanned last. */
  private readonly chunks: Chunk[] = [];
  private readonly pieces: Piece[] = [];
  /** Indices of those that say something: nobody has to look at the others, of which there may be thousands. */
  private readonly speaking: number[] = [];

  constructor(private readonly scanner: PieceScanner<State, Piece>) {}

  /**
   * Scans what has changed since the last time, and on from there only until the scanner's state meets the one of last
   * time. Returns the pieces that say something.
   */
  read(document: ChunkedText): Placed<Piece>[] {
    const { chunks, pieces } = this;
    const { start } = this.scanner;
    const before = this.start === start ? unchangedBefore(chunks, document.chunks) : 0;
    const behind = unchangedBehind(chunks, document.chunks);
    const made = this.scanMiddle(document, before, pieces[before - 1]?.exit ?? start, behind);
    const end = before + made.length;
    const oldEnd = end + chunks.length - document.chunks.length;
    replaceItems(chunks, before, oldEnd, document.chunks.slice(before, end));
    replaceItems(pieces, before, oldEnd, made);
    this.replaceSpeaking(before, oldEnd, made);
    this.start = start;
    return this.placed(document);
  }

  /** The pieces from a chunk on up to where they meet the last `behind` ones, which are as they were. */
  private scanMiddle(document: ChunkedText, from: number, entry: State, behind: number): Piece[] {
    const made: Piece[] = [];
    let state = entry;
    for (let index = from; index < document.chunks.length; index = from + made.length) {
      const left = document.chunks.length - index;
      const known = document.chunks[index]?.scan as Piece | undefined;
      const isKnown = known?.entry === state && known.isLast === (left === 1);
      if (isKnown && left <= behind) {
        break;
      }
      for (const piece of isKnown ? [known] : scanFrom(document, index, state, this.scanner)) {
        made.push(piece);
        state = piece.exit;
      }
    }
    return made;
  }

  private replaceSpeaking(from: number, to: number, made: readonly Piece[]): void {
    const { speaking } = this;
    const indices = made.flatMap((piece, index) => (piece.saysNothing ? [] : [from + index]));
    const first = countUpTo(speaking, from - 1);
    replaceItems(speaking, first, countUpTo(speaking, to - 1), indices);
    const shift = made.length - (to - from);
    for (let place = first + indices.length; shift !== 0 && place < speaking.length; place++) {
      speaking[place] = (speaking[place] ?? 0) + shift;
    }
  }

  private placed(document: ChunkedText): Placed<Piece>[] {
    return this.speaking.flatMap((index) => {
      const piece = this.pieces[index];
      return piece ? [{ piece, base: document.offsetOfChunk(index) }] : [];
    });
  }
}

/** How many chunks at the beginning are the same. The last one is looked at again: what comes behind it may be new. */
function unchangedBefore(old: readonly Chunk[], now: readonly Chunk[]): number {
  const most = Math.min(old.length, now.length) - 1;
  let count = 0;
  while (count < most && old[count] === now[count]) {
    count++;
  }
  return count;
}

/** How many chunks at the end are the same. */
function unchangedBehind(old: readonly Chunk[], now: readonly Chunk[]): number {
  const most = Math.min(old.length, now.length);
  let count = 0;
  while (count < most && old[old.length - 1 - count] === now[now.length - 1 - count]) {
    count++;
  }
  return count;
}

/** Scans the chunk at an index, and as many behind it as it takes to end behind a whole token. */
function scanFrom<State, Piece extends Scanned<State>>(
  document: ChunkedText,
  index: number,
  entry: State,
  scanner: PieceScanner<State, Piece>,
): Piece[] {
  const pieces: Piece[] = [];
  let state = entry;
  let text = document.chunks[index]?.text ?? '';
  let to = index + 1;
  for (let more = 1; ; more *= 2) {
    const isLast = to >= document.chunks.length;
    let end = 0;
    for (const piece of scanner.scan(text, state, isLast)) {
      end += piece.text.length;
      pieces.push(piece);
      state = piece.exit;
    }
    if (isLast || end === text.length) {
      keep(document, index, to, pieces);
      return pieces;
    }
    // Twice as much each time, so that a text without an end costs no more than a text with one.
    const next = document.chunks.slice(to, to + more);
    text = text.slice(end) + next.map((chunk) => chunk.text).join('');
    to += next.length;
  }
}

/** Makes a chunk of each piece. The usual edit leaves one piece of one chunk, which then stays. */
function keep(document: ChunkedText, from: number, to: number, pieces: readonly Scanned<unknown>[]): void {
  const single = document.chunks[from];
  if (single && pieces.length === 1 && to === from + 1) {
    single.scan = pieces[0];
    return;
  }
  const chunks = pieces.map((piece) => {
    const chunk = new Chunk(piece.text);
    chunk.scan = piece;
    return chunk;
  });
  document.replaceChunks(from, to, chunks);
}
