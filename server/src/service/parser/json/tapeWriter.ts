import type { BreakReason } from '../../envelope/envelope';
import { Role, type NestingState } from './nestingState';
import { entrySize, Tape, type TapedMember } from './tape';

/** Writes the tape of a piece. Drops payloads, and objects without a relevant member. */
export class TapeWriter {
  private tape = new Tape();
  /** For each open state with an entry its position, or the complement of its start offset if it is not written yet. */
  private readonly open: number[] = [];
  /** The number of written ones, which are the outer ones. */
  private written = 0;
  /** Entries before this position may belong to an envelope and are kept. */
  private kept = 0;

  /** Whether an object or member that began in this piece is open. */
  get isOpen(): boolean {
    return this.open.length > 0;
  }

  /** Opens an object that is not the value of a member. Most have no relevant member, and are never written. */
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

  /** Adds a member, and opens it if it is a container. `isKept`: keep everything around it. */
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

  /** Closes a state with an entry. */
  close(end: number, state: NestingState): void {
    // Undefined if it began in an earlier piece.
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
    // A payload is dropped, except a member named like a fixed one, which matters to its object.
    const isMember = state.members > state.parent.members;
    this.tape.truncate(isMember ? position + entrySize : position);
    if (isMember) {
      this.tape.end(end);
    }
  }

  /** A member called `Response` is left out, since too many are around it. */
  leaveOut(): void {
    this.tape.isTooDeep = true;
  }

  break(offset: number, length: number, reason: BreakReason): void {
    this.writeOpen();
    this.tape.break(offset, length, reason);
  }

  /** The text ends too early. Unwritten objects have no relevant members, so they stay unwritten. */
  breakAtEnd(offset: number): void {
    this.tape.break(offset, 0, 'unexpected-end');
  }

  /** Returns the tape of the piece, and starts an empty one for the next. */
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
