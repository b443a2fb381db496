/** What an object is to a possible envelope. All of a payload is plain. */
export const enum Role {
  Plain,
  Response,
  Error,
}

/**
 * An open object or array, and those around it. There is but one for each nesting, so that two places of a text are in
 * the same state exactly when their frames are the same object.
 */
export class Frame {
  private readonly inner: (Frame | undefined)[] = [];
  /** How many of this frame and those around it are objects. */
  readonly objects: number;
  /** How many of them are the value of a member that is on the tape: inside such, an envelope may still be no envelope. */
  readonly members: number;

  private constructor(
    readonly parent: Frame | undefined,
    readonly isObject: boolean,
    readonly role: Role,
    /** The tape has an entry that waits for this frame's end. */
    readonly onTape: boolean,
    isMember: boolean,
  ) {
    this.objects = (parent?.objects ?? 0) + (isObject ? 1 : 0);
    this.members = (parent?.members ?? 0) + (isMember ? 1 : 0);
  }

  /** The frames of a document are made from one outermost, which stands for no object at all. */
  static outermost(): Frame {
    return new Frame(undefined, false, Role.Plain, false, false);
  }

  /** What an object or array that opens here becomes. `isMember`: its entry on the tape is that of a member. */
  open(isObject: boolean, role: Role, onTape: boolean, isMember: boolean): Frame {
    const index = (isObject ? 1 : 0) + (onTape ? 2 : 0) + (isMember ? 4 : 0) + (role << 3);
    return (this.inner[index] ??= new Frame(this, isObject, role, onTape, isMember));
  }
}
