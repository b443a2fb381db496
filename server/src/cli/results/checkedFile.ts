import type { EnvelopeWithItems, Finding, PlacedFailure, Span } from '../../service';
import type { Range } from './positions';

/** A failure of the API in a file, as it is there: secrets are not taken out. */
export type FailureOfFile = Omit<PlacedFailure, 'file'>;

/** The result of checking a file. Each list is made while it is read, and can be read again. */
export interface CheckedFile {
  readonly path: string;
  envelopes(): Iterable<EnvelopeWithItems>;
  findings(): Iterable<Finding>;
  rangeOf(span: Span): Range;
  /** The failures with what is known of their calls; absent if there are none. */
  readonly failures?: () => Iterable<FailureOfFile>;
  /** What a code means here, where a project file has a say in it. */
  readonly meaningOf?: ((code: string) => string) | undefined;
}

/** Reads the responses without using them, so that who counts what is read counts them. */
export function readEnvelopes(file: CheckedFile): void {
  readThrough(file.envelopes());
}

/** The same for the findings. */
export function readFindings(file: CheckedFile): void {
  readThrough(file.findings());
}

function readThrough(items: Iterable<unknown>): void {
  const iterator = items[Symbol.iterator]();
  while (!iterator.next().done);
}
