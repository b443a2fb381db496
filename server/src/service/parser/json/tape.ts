import type { BreakReason, ValueKind } from '../../envelope/envelope';

/**
 * What one pass of the scanner leaves behind: the few places that may matter to an envelope, in the order of the text,
 * as plain numbers. Payloads leave nothing. Offsets are relative to the text that was scanned.
 *
 * An entry is five numbers: what it is (and a value's kind), then its offsets.
 */
export const entrySize = 5;

export const enum Op {
  /** An object that may turn out to hold `Response`: start, and 1 where it is at the top of the text. Ended by `End`. */
  Open = 0,
  /** A member: name's start and end, value's start and end. A container has -1 for its end, and is ended by `End`. */
  Member = 1,
  /** The innermost open object or container ends: end. */
  End = 2,
  /** The text is not JSON here. Stands for itself and all that follow it directly. */
  Break = 3,
}

const ops: readonly Op[] = [Op.Open, Op.Member, Op.End, Op.Break];

const kinds: readonly ValueKind[] = ['object', 'array', 'string', 'number', 'boolean', 'null', 'invalid'];

/** A member, as the tape has it. A container has -1 for its value's end. */
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

  /** Forgets everything from a position on, but not that the text was broken there: whatever is open around it is. */
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
