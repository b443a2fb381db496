import type { LanguageService, Localizer } from '../../service';
import { githubReporter } from './githubReporter';
import { gitlabReporter } from './gitlabReporter';
import { htmlReporter } from './htmlReporter';
import { jsonReporter } from './jsonReporter';
import type { Reporter, ReportOptions } from './reporter';
import { sarifReporter } from './sarifReporter';
import { textReporter } from './textReporter';

export { formats, type ReportOptions, type Reporter } from './reporter';

/** The reporter of a format. */
export function createReporter(options: ReportOptions, service: LanguageService, l10n: Localizer): Reporter {
  switch (options.format) {
    case 'text':
      return textReporter(options, service, l10n);
    case 'json':
      return jsonReporter(service);
    case 'sarif':
      return sarifReporter(service, l10n);
    case 'github':
      return githubReporter(options, service, l10n);
    case 'gitlab':
      return gitlabReporter();
    case 'html':
      return htmlReporter(service);
  }
}
