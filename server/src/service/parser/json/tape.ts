import type { BreakReason, ValueKind } from '../../envelope/envelope';

/**
 * The output of one pass of the scanner: the few places that may matter to an envelope, in the order of the text, as
 * plain numbers. Payloads leave no entries. Offsets are relative to the scanned text.
 *
 * An entry is five numbers: the operation (with the kind of a value), then offsets.
 */
export const entrySize = 5;

export const enum Op {
  /** An object that may contain `Response`: start, and 1 if it is the root. Ended by `End`. */
  Open = 0,
  /**
   * A member: start and end of the name, start and end of the value. A container has the end -1, and is ended by `End`.
   */
  Member = 1,
  /** The end of the innermost open object or container. */
  End = 2,
  /** Invalid JSON. Consecutive breaks share one entry. */
  Break = 3,
}

const ops: readonly Op[] = [Op.Open, Op.Member, Op.End, Op.Break];

const kinds: readonly ValueKind[] = ['object', 'array', 'string', 'number', 'boolean', 'null', 'invalid'];

/** A member on the tape. `valueEnd` is -1 for a container. */
export interface TapedMember {
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly kind: ValueKind;
}

export interface FirstBreak {
  readonly offset: number;
  readonly length: number;
  readonly reason: BreakReason;
}

export class Tape {
  readonly entries: number[] = [];
  firstBreak: FirstBreak | undefined;
  /** A member called `Response` was left out, since too many are around it. */
  isTooDeep = false;
  private lastBreak = -1;

  get length(): number {
    return this.entries.length;
  }

  open(start: number, isRoot: boolean): void {
    this.entries.push(Op.Open, start, isRoot ? 1 : 0, 0, 0);
  }

  member({ nameStart, nameEnd, valueStart, valueEnd, kind }: TapedMember): void {
    this.entries.push(Op.Member + (kinds.indexOf(kind) << 2), nameStart, nameEnd, valueStart, valueEnd);
  }

  end(end: number): void {
    this.entries.push(Op.End, end, 0, 0, 0);
  }

  break(offset: number, length: number, reason: BreakReason): void {
    this.firstBreak ??= { offset, length, reason };
    if (this.lastBreak < 0 || this.lastBreak !== this.length - entrySize) {
      this.lastBreak = this.length;
      this.entries.push(Op.Break, 0, 0, 0, 0);
    }
  }

  /** Removes the entries from a position on, except a break, which also affects outer objects. */
  truncate(position: number): void {
    const wasBroken = this.lastBreak >= position;
    this.entries.length = position;
    if (wasBroken) {
      const previous = this.entries[position - entrySize];
      if (previous === Op.Break) {
        this.lastBreak = position - entrySize;
      } else {
        this.lastBreak = position;
        this.entries.push(Op.Break, 0, 0, 0, 0);
      }
    }
  }
}

export function opOf(code: number): Op {
  return ops[code & 3] ?? Op.Break;
}

export function kindOf(code: number): ValueKind {
  return kinds[code >> 2] ?? 'invalid';
}
