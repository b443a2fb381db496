import type { BreakReason } from '../../envelope/envelope';
import { Role, type NestingState } from './nestingState';
import { entrySize, Tape, type TapedMember } from './tape';

/** Writes the tape of a piece. Of a payload it keeps nothing, and of objects only those in which something is kept. */
export class TapeWriter {
  private tape = new Tape();
  /** For each open state with an entry, where that is; the complement of its start where it is not written yet. */
  private readonly open: number[] = [];
  /** How many of these are written: the outer ones. */
  private written = 0;
  /** Everything on the tape before this position belongs to something that may become an envelope. */
  private kept = 0;

  /** An object or member that began in this piece is open. */
  get isOpen(): boolean {
    return this.open.length > 0;
  }

  /** An object that is no member's value opens inside a state. Most hold nothing that matters, and are never written. */
  openObject(start: number, around: NestingState): void {
    const isRoot = around.parent === undefined;
    if (isRoot || around.role !== Role.Plain) {
      this.writeOpen();
      this.open.push(this.tape.length);
      this.written++;
      this.tape.open(start, isRoot);
    } else {
      this.open.push(~start);
    }
  }

  /** A member; a container is open from here on. `isKept`: whatever it lies in is kept. */
  member(member: TapedMember, isKept: boolean): void {
    this.writeOpen();
    if (member.valueEnd < 0) {
      this.open.push(this.tape.length);
      this.written++;
    }
    this.tape.member(member);
    if (isKept) {
      this.kept = this.tape.length;
    }
  }

  /** A state with an entry ends. */
  close(end: number, state: NestingState): void {
    // Unset where it began in an earlier piece.
    const position = this.open.pop();
    if (position !== undefined && position < 0) {
      return;
    }
    this.written = this.open.length;
    const inPayload = state.role === Role.Plain && state.parent?.role === Role.Plain;
    if (position === undefined || !inPayload || this.kept > position) {
      this.tape.end(end);
      this.kept = this.tape.length;
      return;
    }
    // A payload leaves nothing but those of its members that are named like fixed ones: they count in their object.
    const isMember = state.members > state.parent.members;
    this.tape.truncate(isMember ? position + entrySize : position);
    if (isMember) {
      this.tape.end(end);
    }
  }

  break(offset: number, length: number, reason: BreakReason): void {
    this.writeOpen();
    this.tape.break(offset, length, reason);
  }

  /** The text ends where it should go on. Objects that are not on the tape by now have nothing that could be broken. */
  breakAtEnd(offset: number): void {
    this.tape.break(offset, 0, 'unexpected-end');
  }

  /** The tape of the piece, which ends here; the next piece, if there is one, begins with an empty one. */
  take(isLast: boolean): Tape {
    if (!isLast) {
      this.writeOpen();
    }
    const { tape } = this;
    this.tape = new Tape();
    this.open.length = 0;
    this.written = 0;
    this.kept = 0;
    return tape;
  }

  private writeOpen(): void {
    for (; this.written < this.open.length; this.written++) {
      const start = ~(this.open[this.written] ?? 0);
      this.open[this.written] = this.tape.length;
      this.tape.open(start, false);
    }
  }
}
