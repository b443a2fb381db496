import { endOf } from '../base/span';
import type { Edit } from './fix';

/** A stretch of the original text, or text that has been added. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly added: string | undefined;
}

/** A text that is edited in steps, which can be merged into one. */
export class EditedText {
  private pieces: Piece[];

  constructor(private readonly original: string) {
    this.pieces = [{ start: 0, end: original.length, added: undefined }];
  }

  get text(): string {
    return this.pieces.map((piece) => piece.added ?? this.original.slice(piece.start, piece.end)).join('');
  }

  /** Applies edits to the current text, which are in its order and do not overlap. */
  apply(edits: readonly Edit[]): void {
    const made: Piece[] = [];
    let index = 0;
    let base = 0;
    let position = 0;
    /** Moves on to an offset, and keeps or drops what is in between. */
    const goTo = (offset: number, keep: boolean): void => {
      while (position < offset) {
        const piece = this.pieces[index];
        if (!piece) {
          return;
        }
        const until = Math.min(offset, base + lengthOf(piece));
        if (keep) {
          made.push(cut(piece, position - base, until - base));
        }
        position = until;
        if (position === base + lengthOf(piece)) {
          base = position;
          index++;
        }
      }
    };
    for (const { span, text } of edits) {
      goTo(span.offset, true);
      goTo(endOf(span), false);
      if (text !== '') {
        made.push({ start: 0, end: 0, added: text });
      }
    }
    goTo(Infinity, true);
    this.pieces = made;
  }

  /** All steps as one list of edits of the original text, in its order. */
  get edits(): Edit[] {
    const edits: Edit[] = [];
    let end = 0;
    let added = '';
    const close = (start: number): void => {
      if (start > end || added !== '') {
        edits.push({ span: { offset: end, length: start - end }, text: added });
      }
      added = '';
    };
    for (const piece of this.pieces) {
      if (piece.added === undefined) {
        close(piece.start);
        end = piece.end;
      } else {
        added += piece.added;
      }
    }
    close(this.original.length);
    return edits;
  }
}

function lengthOf({ start, end, added }: Piece): number {
  return added?.length ?? end - start;
}

function cut({ start, added }: Piece, from: number, to: number): Piece {
  return added === undefined
    ? { start: start + from, end: start + to, added }
    : { start: 0, end: 0, added: added.slice(from, to) };
}
