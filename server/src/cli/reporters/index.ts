import type { LanguageService, Localizer } from '../../service';
import { githubReporter } from './githubReporter';
import { jsonReporter } from './jsonReporter';
import type { Reporter } from './reporter';
import { sarifReporter } from './sarifReporter';
import { textReporter } from './textReporter';

export type { Reporter } from './reporter';

export const formats = ['text', 'json', 'sarif', 'github'] as const;

/** What is printed, and how. */
export interface ReportOptions {
  readonly format: (typeof formats)[number];
  /** Whether only errors are. */
  readonly quiet?: boolean | undefined;
  /** Whether text has a line for each failure of the API, rather than for each code. */
  readonly failures?: boolean | undefined;
}

/** The reporter of a format. */
export function createReporter(options: ReportOptions, service: LanguageService, l10n: Localizer): Reporter {
  switch (options.format) {
    case 'text':
      return textReporter(options, service, l10n);
    case 'json':
      return jsonReporter(service);
    case 'sarif':
      return sarifReporter(l10n);
    case 'github':
      return githubReporter(options, service, l10n);
  }
}
