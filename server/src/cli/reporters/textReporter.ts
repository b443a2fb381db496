import type { Envelope, Finding, LanguageService, Localizer, Severity, Span } from '../../service';
import { oneLine } from '../output/spellOut';
import { readEnvelopes, type CheckedFile } from '../results/checkedFile';
import type { Fragment, Reporter } from './reporter';
import { placeText, summaryText, type SummaryOptions } from './summaryText';

export interface TextOptions extends SummaryOptions {
  /** Whether there is a line for each failure of the API, rather than for each code. */
  readonly failures?: boolean | undefined;
}

/** In words that problem matchers know, whatever the display language. */
const severityWords: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'note',
};

/** One line per finding, in the form that the GNU coding standards ask of compilers, then a summary. */
export function textReporter(options: TextOptions, service: LanguageService, l10n: Localizer): Reporter {
  return {
    begin: '',
    between: '',
    *file(file) {
      if (options.failures) {
        yield* failuresOf(file, service, l10n);
      } else {
        readEnvelopes(file);
      }
      for (const finding of file.findings()) {
        yield lineOf(file, finding.span, describeFinding(finding));
      }
    },
    end: (tally) => summaryText(tally, { ...options, quiet: options.quiet || options.failures }, service, l10n),
  };
}

function describeFinding({ severity, message, rule }: Finding): string {
  return `${severityWords[severity]}: ${message} [${rule}]`;
}

function* failuresOf(file: CheckedFile, service: LanguageService, l10n: Localizer): Iterable<Fragment> {
  for (const { envelope, itemFailures } of file.envelopes()) {
    if (envelope.status === 'failure') {
      yield lineOf(file, envelope.span, `${l10n.t('failure')}: ${describeFailure(envelope, service, l10n)}`);
    }
    for (const failure of itemFailures) {
      const { span } = failure.code ?? failure;
      yield lineOf(file, span, `${l10n.t('item code')}: ${describeFailure(failure, service, l10n)}`);
    }
  }
}

function describeFailure({ code, requestId }: Envelope, service: LanguageService, l10n: Localizer): string {
  const known = service.describeCode(code?.value ?? '');
  const description = known === '' ? '' : `: ${known}`;
  const shownCode = code?.value.trim() || l10n.t('(no code)');
  const id = requestId?.value.trim() || l10n.t('(none)');
  return `${shownCode}${description} RequestId ${id}`;
}

function lineOf(file: CheckedFile, span: Span, text: string): Fragment {
  const place = placeText({ path: file.path, ...file.rangeOf(span).start });
  return { text: `${oneLine(`${place}: ${text}`)}\n`, completion: '' };
}
