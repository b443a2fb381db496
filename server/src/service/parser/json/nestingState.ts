/** What an object is to a possible envelope. All of a payload is plain. */
export const enum Role {
  Plain,
  Response,
  Error,
}

/** The bits of a state's kind; its role lies above them. */
const enum Bit {
  Object = 1,
  OnTape = 2,
  Member = 4,
  Roles = 3,
}

/**
 * An open object or array, and those around it. There is one instance per nesting, so that two places of a text are nested
 * alike exactly when their states are the same object.
 *
 * A text may nest a million times: the first kind that opens in a state has a field, only others need a map.
 */
export class NestingState {
  private inner: NestingState | undefined;
  private others: Map<number, NestingState> | undefined;
  /** The innermost state around this one that has an entry on the tape: there may be a million in between. */
  readonly taped: NestingState | undefined;
  /** How many of this state and those around it are objects. */
  readonly objects: number;
  /** How many of them are the value of a member that is on the tape: inside such, an envelope may still be no envelope. */
  readonly members: number;

  private constructor(
    readonly parent: NestingState | undefined,
    private readonly kind: number,
    readonly role: Role,
    /** How many states there are with the same outermost one; shared by all of them. */
    private readonly family: { size: number },
  ) {
    this.taped = parent?.onTape ? parent : parent?.taped;
    this.objects = (parent?.objects ?? 0) + (kind & Bit.Object ? 1 : 0);
    this.members = (parent?.members ?? 0) + (kind & Bit.Member ? 1 : 0);
    family.size++;
  }

  /** The states of a document are made from one outermost, which stands for no object at all. */
  static outermost(): NestingState {
    return new NestingState(undefined, 0, Role.Plain, { size: 0 });
  }

  get isObject(): boolean {
    return (this.kind & Bit.Object) !== 0;
  }

  /** The tape has an entry that waits for this state's end. */
  get onTape(): boolean {
    return (this.kind & Bit.OnTape) !== 0;
  }

  /** How many states have been made from the same outermost one. They are kept for as long as that. */
  get familySize(): number {
    return this.family.size;
  }

  /** What an object or array that opens here becomes. `isMember`: its entry on the tape is that of a member. */
  open(isObject: boolean, role: Role, onTape: boolean, isMember: boolean): NestingState {
    const kind =
      (isObject ? Bit.Object : 0) | (onTape ? Bit.OnTape : 0) | (isMember ? Bit.Member : 0) | (role << Bit.Roles);
    if (this.inner?.kind === kind) {
      return this.inner;
    }
    const known = this.others?.get(kind);
    if (known) {
      return known;
    }
    const made = new NestingState(this, kind, role, this.family);
    if (this.inner) {
      (this.others ??= new Map()).set(kind, made);
    } else {
      this.inner = made;
    }
    return made;
  }
}
