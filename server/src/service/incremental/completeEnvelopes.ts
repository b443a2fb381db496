import type { Envelope } from '../envelope/envelope';
import { EnvelopeReader, type EnvelopeOptions } from '../parser/json/envelopeBuilder';
import type { Frame } from '../parser/json/nestingState';
import type { ScannedPiece } from '../parser/json/scannedPiece';
import { entrySize, Op, opOf } from '../parser/json/tape';

/** What a piece of text tells on its own, and what only its neighbours can decide. */
export interface ReducedPiece {
  /** Envelopes that lie in the piece and in no member that may be another's payload; offsets count from its beginning. */
  readonly envelopes: readonly Envelope[];
  /** The rest of the tape. */
  readonly rest: readonly number[];
}

/**
 * Takes out of a piece's tape all objects that begin and end in it and are nobody's payload: whatever happens elsewhere in
 * the text, they stay what they are. What is left are the few entries of objects that reach beyond the piece, and of the
 * object at the top of the text, which in a declared document is looked at even if it is no envelope.
 */
export function reduceTape(text: string, piece: ScannedPiece, options: EnvelopeOptions): ReducedPiece {
  const { entries } = piece.tape;
  const reader = new EnvelopeReader(options);
  const rest: number[] = [];
  /** Where the entries of open objects are in `rest`; of members, their complement. */
  const open: number[] = [];
  let outer: Frame | undefined = piece.entry.onTape ? piece.entry : piece.entry.taped;
  let members = piece.entry.members;
  for (let index = 0; index < entries.length; index += entrySize) {
    const code = entries[index] ?? 0;
    const position = rest.length;
    rest.push(code, entries[index + 1] ?? 0, entries[index + 2] ?? 0, entries[index + 3] ?? 0, entries[index + 4] ?? 0);
    switch (opOf(code)) {
      case Op.Open:
        open.push(position);
        break;
      case Op.Member:
        if ((entries[index + 4] ?? 0) < 0) {
          open.push(~position);
          members++;
        }
        break;
      case Op.End: {
        const start = open.pop();
        if (start === undefined) {
          outer = outer?.taped;
          members = outer?.members ?? 0;
        } else if (start < 0) {
          members--;
        } else if (members === 0 && !isRoot(rest, start)) {
          takeOut(start);
        }
        break;
      }
      case Op.Break:
        break;
    }
  }
  reader.finish(text.length);
  return { envelopes: reader.envelopes, rest };

  function takeOut(start: number): void {
    reader.read(rest, start, rest.length, text, 0);
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
