import type { Envelope, Text } from '../../envelope/envelope';

/** The exception text of an SDK in a log or a terminal. */
export interface ExceptionText {
  readonly envelope: Envelope;
  /** The offset after its last character. */
  readonly end: number;
  /** The end of the examined text: a change after this does not affect the result. */
  readonly seen: number;
}

/** The part of a text that may contain an exception text, from `from` up to `to`. */
export interface Window {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** What was read of an exception text. */
export interface Parts {
  readonly code: Text | undefined;
  readonly message: Text | undefined;
  readonly requestId: Text | undefined;
}

/** Where an exception text is, and the end of the examined text. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly seen: number;
}

/** Makes an exception text of its parts. */
export function exceptionText(parts: Parts, { start, end, seen }: Place): ExceptionText {
  const span = { offset: start, length: end - start };
  return { envelope: { source: 'sdk-text', status: 'failure', span, ...parts, shape: undefined }, end, seen };
}
