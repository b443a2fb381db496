import type { CheckedFile } from '../results/checkedFile';
import type { Summary } from '../results/summary';

/** Formats files one by one, so that memory does not grow with their number. */
export interface Reporter {
  readonly begin: string;
  /** The output for one file; empty if there is none. */
  file(file: CheckedFile): string;
  /** Separates the output of two files. */
  readonly between: string;
  /** `errors`: what could not be read, one sentence each. */
  end(summary: Summary, errors: readonly string[]): string;
}
