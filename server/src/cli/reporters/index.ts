import type { LanguageService, Localizer } from '../../service';
import { githubReporter } from './githubReporter';
import { jsonReporter } from './jsonReporter';
import { onlyErrors } from './onlyErrors';
import type { Reporter } from './reporter';
import { sarifReporter } from './sarifReporter';
import { textReporter } from './textReporter';
import { withoutSecrets } from './withoutSecrets';

export type { Reporter } from './reporter';

export const formats = ['text', 'json', 'sarif', 'github'] as const;

export type Format = (typeof formats)[number];

/** The reporter of a format; if it is `quiet`, of errors alone. No secret gets into its output. */
export function createReporter(
  { format, quiet }: { readonly format: Format; readonly quiet?: boolean | undefined },
  service: LanguageService,
  l10n: Localizer,
): Reporter {
  const reporter = reporterOf(format, service, l10n);
  return { ...reporter, file: (file) => reporter.file(withoutSecrets(quiet ? onlyErrors(file) : file, service)) };
}

function reporterOf(format: Format, service: LanguageService, l10n: Localizer): Reporter {
  switch (format) {
    case 'text':
      return textReporter(service, l10n);
    case 'json':
      return jsonReporter(service);
    case 'sarif':
      return sarifReporter(l10n);
    case 'github':
      return githubReporter(l10n);
  }
}
