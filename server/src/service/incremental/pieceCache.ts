import { countUpTo } from '../base/binarySearch';
import { Chunk } from './chunk';
import type { ChunkedText } from './chunkedText';
import { replaceItems } from './replaceItems';

/** A stretch of text that was scanned from one state to another. */
export interface ScannedStretch<State> {
  readonly text: string;
  readonly entry: State;
  readonly exit: State;
  /** It was scanned as the last one, after which the text ends. */
  readonly isLast: boolean;
  /** Nothing in it matters to a response, as in most of a large payload. */
  readonly isEmpty: boolean;
}

/** Scans text into pieces. Two states are the same when they are the same object. */
export interface PieceScanner<State, Piece extends ScannedStretch<State>> {
  readonly start: State;
  /**
   * The pieces of a text that begins in a state. They cover all of it where it `isLast`; otherwise the scanner leaves over
   * what only the text after it can decide.
   */
  scan(text: string, entry: State, isLast: boolean): readonly Piece[];
}

/** A piece, and where it begins in the document. */
export interface Placed<Piece> {
  readonly piece: Piece;
  readonly base: number;
}

/** The pieces of one document while it changes, one per chunk. */
export class PieceCache<State, Piece extends ScannedStretch<State>> {
  private start: State | undefined;
  /** What a scan of each chunk found, in whichever place the chunk is now. */
  private readonly scanned = new WeakMap<Chunk, Piece>();
  /** The chunks as they were scanned last. */
  private readonly chunks: Chunk[] = [];
  private readonly pieces: Piece[] = [];
  /** Indices of the pieces that are not empty: nobody has to look at the others, of which there may be thousands. */
  private readonly nonEmpty: number[] = [];

  constructor(private readonly scanner: PieceScanner<State, Piece>) {}

  /**
   * Scans what has changed since the last time, and on from there only until the scanner's state meets the one of last
   * time. Returns the pieces that are not empty.
   */
  read(document: ChunkedText): Placed<Piece>[] {
    const { chunks, pieces } = this;
    const { start } = this.scanner;
    const before = this.start === start ? countUnchangedBefore(chunks, document.chunks) : 0;
    const after = countUnchangedAfter(chunks, document.chunks);
    const made = this.scanMiddle(document, before, pieces[before - 1]?.exit ?? start, after);
    const end = before + made.length;
    const oldEnd = end + chunks.length - document.chunks.length;
    replaceItems(chunks, before, oldEnd, document.chunks.slice(before, end));
    replaceItems(pieces, before, oldEnd, made);
    this.replaceNonEmpty(before, oldEnd, made);
    this.start = start;
    return this.placed(document);
  }

  /** The pieces from a chunk on up to where they meet the last `after` ones, which are as they were. */
  private scanMiddle(document: ChunkedText, from: number, entry: State, after: number): Piece[] {
    const made: Piece[] = [];
    let state = entry;
    for (let index = from; index < document.chunks.length; index = from + made.length) {
      const left = document.chunks.length - index;
      const chunk = document.chunks[index];
      const known = chunk && this.scanned.get(chunk);
      const isKnown = known?.entry === state && known.isLast === (left === 1);
      if (isKnown && left <= after) {
        break;
      }
      for (const piece of isKnown ? [known] : this.scanFrom(document, index, state)) {
        made.push(piece);
        state = piece.exit;
      }
    }
    return made;
  }

  /** Scans the chunk at an index, and as many after it as it takes to end after a whole token. */
  private scanFrom(document: ChunkedText, index: number, entry: State): Piece[] {
    const pieces: Piece[] = [];
    let state = entry;
    let text = document.chunks[index]?.text ?? '';
    let to = index + 1;
    for (let more = 1; ; more *= 2) {
      const isLast = to >= document.chunks.length;
      let end = 0;
      for (const piece of this.scanner.scan(text, state, isLast)) {
        end += piece.text.length;
        pieces.push(piece);
        state = piece.exit;
      }
      if (isLast || end === text.length) {
        this.keep(document, index, to, pieces);
        return pieces;
      }
      // Twice as much each time, so that a text without an end costs no more than a text with one.
      const next = document.chunks.slice(to, to + more);
      text = text.slice(end) + next.map((chunk) => chunk.text).join('');
      to += next.length;
    }
  }

  /** Makes a chunk of each piece. The usual edit leaves one piece of one chunk, which then stays. */
  private keep(document: ChunkedText, from: number, to: number, pieces: readonly Piece[]): void {
    const [chunk] = document.chunks.slice(from, to);
    const [piece] = pieces;
    if (chunk && piece && pieces.length === 1 && to === from + 1) {
      this.scanned.set(chunk, piece);
      return;
    }
    const chunks = pieces.map((each) => {
      const made = new Chunk(each.text);
      this.scanned.set(made, each);
      return made;
    });
    document.replaceChunks(from, to, chunks);
  }

  private replaceNonEmpty(from: number, to: number, made: readonly Piece[]): void {
    const { nonEmpty } = this;
    const indices = made.flatMap((piece, index) => (piece.isEmpty ? [] : [from + index]));
    const first = countUpTo(nonEmpty, from - 1);
    replaceItems(nonEmpty, first, countUpTo(nonEmpty, to - 1), indices);
    const shift = made.length - (to - from);
    for (let place = first + indices.length; shift !== 0 && place < nonEmpty.length; place++) {
      nonEmpty[place] = (nonEmpty[place] ?? 0) + shift;
    }
  }

  private placed(document: ChunkedText): Placed<Piece>[] {
    return this.nonEmpty.flatMap((index) => {
      const piece = this.pieces[index];
      return piece ? [{ piece, base: document.offsetOfChunk(index) }] : [];
    });
  }
}

/** How many chunks at the beginning are the same. The last one is looked at again: what comes after it may be new. */
function countUnchangedBefore(old: readonly Chunk[], now: readonly Chunk[]): number {
  const max = Math.min(old.length, now.length) - 1;
  let count = 0;
  while (count < max && old[count] === now[count]) {
    count++;
  }
  return count;
}

/** How many chunks at the end are the same. */
function countUnchangedAfter(old: readonly Chunk[], now: readonly Chunk[]): number {
  const max = Math.min(old.length, now.length);
  let count = 0;
  while (count < max && old[old.length - 1 - count] === now[now.length - 1 - count]) {
    count++;
  }
  return count;
}
