import { builtinCatalog } from '../../data/builtinData';
import { createLanguageService, type DisplayLanguage, type LanguageService, type Localizer } from '../../service';
import type { Settings } from '../../service';
import type { Format } from '../reporters';
import type { Summary } from '../results/summary';

/** The options for checking all files: plain data that can be sent to a thread. */
export interface Job {
  readonly format: Format;
  readonly language: DisplayLanguage;
  readonly settings: Settings;
  /** Globs of documents that are API responses whatever their content. */
  readonly declared: readonly string[];
  readonly unwrapped: boolean;
}

/** The result for one input: its output, or why it could not be read. */
export type Outcome =
  { readonly output: string; readonly summary: Summary } | { readonly path: string; readonly problem: string };

/** The service for a job. */
export function serviceFor({ settings }: Pick<Job, 'settings'>, l10n: Localizer): LanguageService {
  return createLanguageService({ catalog: () => builtinCatalog(l10n.language), l10n, settings });
}
