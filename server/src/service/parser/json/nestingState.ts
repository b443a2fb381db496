/** The role of an object in a possible envelope. All objects of a payload are plain. */
export const enum Role {
  Plain,
  Response,
  Error,
}

/** The bits of a state's kind. The role is stored above them, from bit `Roles` on. */
const enum Bit {
  Object = 1,
  OnTape = 2,
  Member = 4,
  Roles = 3,
}

/**
 * An open object or array, and those around it. There is one instance per nesting, so two places are nested in the same
 * way exactly if their states are the same object.
 *
 * A text may have a million levels: the first inner state is stored in a field, only more of them need a map.
 */
export class NestingState {
  private inner: NestingState | undefined;
  private others: Map<number, NestingState> | undefined;
  /** The innermost outer state with an entry on the tape; there may be a million states in between. */
  readonly taped: NestingState | undefined;
  /** The number of objects among this state and the outer ones. */
  readonly objects: number;
  /** The number of them that are values of a taped member. An envelope inside one may turn out to be payload. */
  readonly members: number;

  private constructor(
    readonly parent: NestingState | undefined,
    private readonly kind: number,
    readonly role: Role,
    /** The number of states with the same outermost one, shared by all of them. */
    private readonly family: { size: number },
  ) {
    this.taped = parent?.onTape ? parent : parent?.taped;
    this.objects = (parent?.objects ?? 0) + (kind & Bit.Object ? 1 : 0);
    this.members = (parent?.members ?? 0) + (kind & Bit.Member ? 1 : 0);
    family.size++;
  }

  /** Creates the state outside of all objects, from which all states of a document derive. */
  static outermost(): NestingState {
    return new NestingState(undefined, 0, Role.Plain, { size: 0 });
  }

  get isObject(): boolean {
    return (this.kind & Bit.Object) !== 0;
  }

  /** The tape has an open entry for this state. */
  get onTape(): boolean {
    return (this.kind & Bit.OnTape) !== 0;
  }

  /** The number of states derived from the same outermost one, which keeps them alive. */
  get familySize(): number {
    return this.family.size;
  }

  /** The state of an object or array that opens here. `isMember`: its entry on the tape is that of a member. */
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
    const created = new NestingState(this, kind, role, this.family);
    if (this.inner) {
      (this.others ??= new Map()).set(kind, created);
    } else {
      this.inner = created;
    }
    return created;
  }
}
