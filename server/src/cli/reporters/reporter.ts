import type { CheckedFile } from '../results/checkedFile';
import type { Tally } from '../results/tally';

export const formats = ['text', 'json', 'sarif', 'github', 'gitlab', 'html'] as const;

/** What is printed, and how. */
export interface ReportOptions extends TextOptions {
  readonly format: (typeof formats)[number];
}

export interface TextOptions {
  /** Whether only errors are printed, in any format. */
  readonly quiet?: boolean | undefined;
  /** Whether there is a line for each failure of the API, rather than for each code. */
  readonly failures?: boolean | undefined;
  readonly colors?: boolean | undefined;
}

/** A part of the output for a file. */
export interface Fragment {
  readonly text: string;
  /** What completes the output so far, should no more follow. */
  readonly completion: string;
}

/** Formats files one by one and result by result, so that memory does not grow with the number of either. */
export interface Reporter {
  /** It has spelled out the texts in its output, which has colours or commands of its own: it prints as it is. */
  readonly isSpelledOut?: true;
  readonly begin: string;
  /** The output for one file, made while it is read; empty if there is none. */
  file(file: CheckedFile): Iterable<Fragment>;
  /** Separates the output of two files. */
  readonly between: string;
  /** Takes the output for files, which then is not printed: all that is printed is what `end` makes of it. */
  collect?(output: string): void;
  /** `errors`: what could not be read or checked, one sentence each. */
  end(tally: Tally, errors: readonly string[]): string;
}
