import type { Text } from '../../envelope/envelope';

/** What follows the head of an exception text. All offsets are absolute. */
export interface Tail {
  /** The end of the message. Undefined if nothing shows that it goes on after its first line. */
  readonly messageEnd: number | undefined;
  readonly code?: Text | undefined;
  readonly requestId: Text | undefined;
  /** The RequestId has the form of all of Tencent Cloud, and stands near the message. */
  readonly isSure: boolean;
  /** The end of what belongs to the exception text; 0 if that is its message. */
  readonly end: number;
}
