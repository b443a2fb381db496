import type { EnvelopeWithItems, Finding, Span } from '../../service';
import type { Range } from './positions';

/** The result of checking a file. Each list is made while it is read, and can be read again. */
export interface CheckedFile {
  readonly path: string;
  envelopes(): Iterable<EnvelopeWithItems>;
  findings(): Iterable<Finding>;
  rangeOf(span: Span): Range;
  /** What a code means here, where a project file has a say in it. */
  readonly meaningOf?: ((code: string) => string) | undefined;
}

/** Reads the responses without using them, so that who counts what is read counts them. */
export function readEnvelopes(file: CheckedFile): void {
  const envelopes = file.envelopes()[Symbol.iterator]();
  while (!envelopes.next().done);
}
