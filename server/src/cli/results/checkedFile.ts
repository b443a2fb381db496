import type { Envelope, Finding } from '../../service';
import type { Positions } from './positions';

/** What was found in a file. */
export interface CheckedFile {
  readonly path: string;
  readonly positions: Positions;
  readonly envelopes: readonly Envelope[];
  readonly findings: readonly Finding[];
}
