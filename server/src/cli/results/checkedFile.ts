import type { Envelope, Finding } from '../../service';
import type { Positions } from './positions';

/** The result of checking a file. */
export interface CheckedFile {
  readonly path: string;
  readonly positions: Positions;
  readonly envelopes: readonly Envelope[];
  readonly findings: readonly Finding[];
}
