import { countUpTo } from '../base/binarySearch';
import { Chunk } from './chunk';
import type { ChunkedText } from './chunkedText';
import { replaceItems } from './replaceItems';

/** A stretch of text that was scanned from one state to another. */
export interface ScannedStretch<State> {
  readonly text: string;
  readonly entry: State;
  readonly exit: State;
  /** It was scanned as the end of the text. */
  readonly isLast: boolean;
  /** It is irrelevant to responses, like most of a large payload. */
  readonly isEmpty: boolean;
  /** The number of responses in it. */
  readonly responses: number;
}

/** A document has more responses than it may have. */
export class TooManyResponses extends Error {}

/** Scans text into pieces. States are compared by identity. */
export interface PieceScanner<State, Piece extends ScannedStretch<State>> {
  readonly start: State;
  /**
   * Scans a text that begins in a state. Unless it `isLast`, the pieces leave out an end that depends on the next text.
   */
  scan(text: string, entry: State, isLast: boolean): Iterable<Piece>;
}

/** A piece, and its offset in the document. */
export interface Placed<Piece> {
  readonly piece: Piece;
  readonly base: number;
}

/** Caches the pieces of a changing document, one per chunk. */
export class PieceCache<State, Piece extends ScannedStretch<State>> {
  private start: State | undefined;
  /** The piece of each scanned chunk, wherever the chunk is now. */
  private readonly scanned = new WeakMap<Chunk, Piece>();
  /** The chunks of the last scan. */
  private readonly chunks: Chunk[] = [];
  private readonly pieces: Piece[] = [];
  /** Indices of the pieces that are not empty, to skip thousands that may be. */
  private readonly nonEmpty: number[] = [];
  /** The number of responses that may yet be found. */
  private left = 0;

  constructor(private readonly scanner: PieceScanner<State, Piece>) {}

  /**
   * Scans from each change until the scanner's state is the same as last time. Returns the pieces that are not empty.
   * Throws `TooManyResponses` as soon as there are.
   */
  read(document: ChunkedText, maxResponses: number): Placed<Piece>[] {
    const { chunks, pieces } = this;
    const { start } = this.scanner;
    const before = this.start === start ? countUnchangedBefore(chunks, document.chunks) : 0;
    const after = countUnchangedAfter(chunks, document.chunks);
    this.left = maxResponses;
    pieces.slice(0, before).forEach((piece) => this.count(piece));
    const scanned = this.scanMiddle(document, before, pieces[before - 1]?.exit ?? start, after);
    const end = before + scanned.length;
    const oldEnd = end + chunks.length - document.chunks.length;
    replaceItems(chunks, before, oldEnd, document.chunks.slice(before, end));
    replaceItems(pieces, before, oldEnd, scanned);
    this.replaceNonEmpty(before, oldEnd, scanned);
    this.start = start;
    return this.placed(document);
  }

  /** The pieces from a chunk up to the last `after` chunks, or further until the states match. */
  private scanMiddle(document: ChunkedText, from: number, entry: State, after: number): Piece[] {
    const pieces: Piece[] = [];
    let state = entry;
    for (let index = from; index < document.chunks.length; index = from + pieces.length) {
      const remaining = document.chunks.length - index;
      const chunk = document.chunks[index];
      const known = chunk && this.scanned.get(chunk);
      const isKnown = known?.entry === state && known.isLast === (remaining === 1);
      if (isKnown && remaining <= after) {
        break;
      }
      for (const piece of isKnown ? [known] : this.scanFrom(document, index, state)) {
        pieces.push(piece);
        state = piece.exit;
      }
      if (isKnown) {
        this.count(known);
      }
    }
    return pieces;
  }

  /** Scans the chunk at an index, and as many after it as needed to end after a whole token. */
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
        this.count(piece);
      }
      if (isLast || end === text.length) {
        this.keep(document, index, to, pieces);
        return pieces;
      }
      // Doubling keeps the total cost linear, even if the token never ends.
      const next = document.chunks.slice(to, to + more);
      text = text.slice(end) + next.map((chunk) => chunk.text).join('');
      to += next.length;
    }
  }

  private count({ responses }: Piece): void {
    this.left -= responses;
    if (this.left < 0) {
      throw new TooManyResponses();
    }
  }

  /** Makes each piece a chunk. After a typical edit there is one piece for one chunk, which is kept. */
  private keep(document: ChunkedText, from: number, to: number, pieces: readonly Piece[]): void {
    const [chunk] = document.chunks.slice(from, to);
    const [piece] = pieces;
    if (chunk && piece && pieces.length === 1 && to === from + 1) {
      this.scanned.set(chunk, piece);
      return;
    }
    const chunks = pieces.map((each) => {
      const own = new Chunk(each.text);
      this.scanned.set(own, each);
      return own;
    });
    document.replaceChunks(from, to, chunks);
  }

  private replaceNonEmpty(from: number, to: number, inserted: readonly Piece[]): void {
    const { nonEmpty } = this;
    const indices = inserted.flatMap((piece, index) => (piece.isEmpty ? [] : [from + index]));
    const first = countUpTo(nonEmpty, from - 1);
    replaceItems(nonEmpty, first, countUpTo(nonEmpty, to - 1), indices);
    const shift = inserted.length - (to - from);
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

/** The number of equal chunks at the start, without the last one, which may have new text after it. */
function countUnchangedBefore(old: readonly Chunk[], now: readonly Chunk[]): number {
  const max = Math.min(old.length, now.length) - 1;
  let count = 0;
  while (count < max && old[count] === now[count]) {
    count++;
  }
  return count;
}

/** The number of equal chunks at the end. */
function countUnchangedAfter(old: readonly Chunk[], now: readonly Chunk[]): number {
  const max = Math.min(old.length, now.length);
  let count = 0;
  while (count < max && old[old.length - 1 - count] === now[now.length - 1 - count]) {
    count++;
  }
  return count;
}
