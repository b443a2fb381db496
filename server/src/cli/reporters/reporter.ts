import type { CheckedFile } from '../results/checkedFile';
import type { Summary } from '../results/summary';

/** A part of the output for a file. */
export interface Fragment {
  readonly text: string;
  /** What completes the output so far, should no more follow. */
  readonly completion: string;
}

/** Formats files one by one and result by result, so that memory does not grow with the number of either. */
export interface Reporter {
  /** Its lines are commands of continuous integration: it has spelled out the texts in them, and they print as they are. */
  readonly isSpelledOut?: true;
  readonly begin: string;
  /** The output for one file, made while it is read; empty if there is none. */
  file(file: CheckedFile): Iterable<Fragment>;
  /** Separates the output of two files. */
  readonly between: string;
  /** `errors`: what could not be read or checked, one sentence each. */
  end(summary: Summary, errors: readonly string[]): string;
}
