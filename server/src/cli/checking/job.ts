import { createLanguageService, type DisplayLanguage, type LanguageService, type Localizer } from '../../service';
import type { Settings } from '../../service';
import { catalogWith, type UserCatalogs } from '../input/catalogs';
import type { ReportOptions } from '../reporters';
import type { Tally } from '../results/tally';

/** The options for checking all files: plain data that can be sent to a thread. */
export interface Job extends ReportOptions {
  readonly language: DisplayLanguage;
  readonly settings: Settings;
  /** Globs of documents always treated as API responses. */
  readonly declared: readonly string[];
  /** The folder that the globs are relative to; by default the working directory. */
  readonly declaredIn?: string | undefined;
  readonly unwrapped: boolean;
  readonly catalogs?: UserCatalogs | undefined;
}

/** A part of the result for one input. */
export type Outcome = Unfinished | Finished | Problem;

/** A part of the output; more of it, or a problem, follows. */
export interface Unfinished {
  readonly output: string;
  /** What completes the output so far if a problem follows. */
  readonly completion: string;
}

/** The rest of the output. */
export interface Finished {
  readonly output: string;
  readonly tally: Tally;
}

/** A sentence that says why an input cannot be read, or not to its end. */
export interface Problem {
  readonly problem: string;
}

/** The service for a job. */
export function serviceFor(
  { catalogs, settings }: Pick<Job, 'catalogs' | 'settings'>,
  l10n: Localizer,
): LanguageService {
  return createLanguageService({ catalog: () => catalogWith(l10n.language, catalogs), l10n, settings });
}
