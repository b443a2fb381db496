import type { CheckedFile } from '../results/checkedFile';
import type { Summary } from '../results/summary';

/** What is printed of files as they are checked, so that memory does not grow with their number. */
export interface Reporter {
  readonly begin: string;
  /** Of one file, whichever stand before it; empty where there is nothing to print of it. */
  file(file: CheckedFile): string;
  /** Between what is printed of two files. */
  readonly between: string;
  /** `complaints`: what could not be read, a sentence each. */
  end(summary: Summary, complaints: readonly string[]): string;
}
