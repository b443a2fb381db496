import type { EnvelopeWithItems, Finding, Span } from '../../service';
import type { Range } from './positions';

/** The result of checking a file. Each list is made while it is read, and can be read again. */
export interface CheckedFile {
  readonly path: string;
  envelopes(): Iterable<EnvelopeWithItems>;
  findings(): Iterable<Finding>;
  rangeOf(span: Span): Range;
}
