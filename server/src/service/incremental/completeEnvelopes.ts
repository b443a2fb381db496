import type { Envelope } from '../envelope/envelope';
import { EnvelopeBuilder, type EnvelopeOptions } from '../parser/json/envelopeBuilder';
import type { NestingState } from '../parser/json/nestingState';
import type { ScannedPiece } from '../parser/json/scannedPiece';
import { entrySize, Op, opOf } from '../parser/json/tape';

/** A tape split into what is final, and what depends on other pieces. */
export interface ReducedTape {
  /** The envelopes inside the piece and outside any possible payload. Offsets are relative to the piece. */
  readonly envelopes: readonly Envelope[];
  /** The rest of the tape. */
  readonly rest: readonly number[];
}

/**
 * Extracts all objects from a piece's tape that begin and end in it and cannot be part of a payload: an edit elsewhere
 * does not affect them. The rest is the few entries of objects that reach beyond the piece, and of the root object,
 * which in a declared document matters even if it is not an envelope.
 */
export function extractCompleteEnvelopes(text: string, piece: ScannedPiece, options: EnvelopeOptions): ReducedTape {
  return new Extraction(text, piece, options).run();
}

class Extraction {
  private readonly builder: EnvelopeBuilder;
  private readonly rest: number[] = [];
  /** The positions in `rest` of open objects; for members, the bitwise complement. */
  private readonly open: number[] = [];
  /** The innermost open object that began before the piece, and the number of open members around the current entry. */
  private outer: NestingState | undefined;
  private members: number;

  constructor(
    private readonly text: string,
    private readonly piece: ScannedPiece,
    options: EnvelopeOptions,
  ) {
    const { entry } = piece;
    this.builder = new EnvelopeBuilder(options);
    this.outer = entry.onTape ? entry : entry.taped;
    this.members = entry.members;
  }

  run(): ReducedTape {
    const { rest } = this;
    const { entries } = this.piece.tape;
    for (let index = 0; index < entries.length; index += entrySize) {
      const position = rest.length;
      for (let offset = 0; offset < entrySize; offset++) {
        rest.push(entries[index + offset] ?? 0);
      }
      this.take(opOf(entries[index] ?? 0), position);
    }
    this.builder.finish(this.text.length);
    return { envelopes: this.builder.envelopes, rest };
  }

  /** Handles the entry at a position of `rest`. */
  private take(op: Op, position: number): void {
    switch (op) {
      case Op.Open:
        this.open.push(position);
        break;
      case Op.Member:
        if ((this.rest[position + 4] ?? 0) < 0) {
          this.open.push(~position);
          this.members++;
        }
        break;
      case Op.End:
        this.end();
        break;
      case Op.Break:
        break;
    }
  }

  private end(): void {
    const start = this.open.pop();
    if (start === undefined) {
      this.outer = this.outer?.taped;
      this.members = this.outer?.members ?? 0;
    } else if (start < 0) {
      this.members--;
    } else if (this.members === 0 && !isRoot(this.rest, start)) {
      this.extract(start);
    }
  }

  /**
   * Builds the envelopes of a complete object, and removes its entries, except a break, which affects outer objects.
   */
  private extract(start: number): void {
    const { builder, rest, text } = this;
    builder.add(rest, start, text, 0);
    const isBroken = hasBreak(rest, start);
    rest.length = start;
    if (isBroken) {
      rest.push(Op.Break, 0, 0, 0, 0);
    }
  }
}

function isRoot(entries: readonly number[], position: number): boolean {
  return entries[position + 2] === 1;
}

function hasBreak(entries: readonly number[], from: number): boolean {
  for (let index = from; index < entries.length; index += entrySize) {
    if (opOf(entries[index] ?? 0) === Op.Break) {
      return true;
    }
  }
  return false;
}
