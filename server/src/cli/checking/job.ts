import { builtinCatalog } from '../../data/builtinData';
import { createLanguageService, type DisplayLanguage, type LanguageService, type Localizer } from '../../service';
import type { Settings } from '../../service';
import type { Format } from '../reporters';
import type { Summary } from '../results/summary';

/** What is to be done with all files: plain data, as threads are told it. */
export interface Job {
  readonly format: Format;
  readonly language: DisplayLanguage;
  readonly settings: Settings;
  /** Globs of documents that are API responses whatever they hold. */
  readonly declared: readonly string[];
  readonly unwrapped: boolean;
}

/** What became of one input: what is printed of it, or why it could not be read. */
export type Outcome =
  { readonly output: string; readonly summary: Summary } | { readonly path: string; readonly problem: string };

/** The service that a job is done with. */
export function serviceFor({ settings }: Pick<Job, 'settings'>, l10n: Localizer): LanguageService {
  return createLanguageService({ catalog: () => builtinCatalog(l10n.language), l10n, settings });
}
