import type { Envelope, LanguageService, Localizer, Severity, Span } from '../../service';
import { painter, type Paint } from '../output/colors';
import { oneLine } from '../output/spellOut';
import { readEnvelopes, type CheckedFile } from '../results/checkedFile';
import type { Fragment, Reporter, TextOptions } from './reporter';
import { placeText, summaryText } from './summaryText';

/** In words that problem matchers know, whatever the display language. */
const severityWords: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'note',
};

const severityStyles = { error: 'red', warning: 'yellow', information: 'blue', hint: 'cyan' } as const;

/** One line per finding, in the form that the GNU coding standards ask of compilers, then a summary. */
export function textReporter(options: TextOptions, service: LanguageService, l10n: Localizer): Reporter {
  const paint = painter(options.colors);
  return {
    isSpelledOut: true,
    begin: '',
    between: '',
    *file(file) {
      if (options.failures) {
        yield* failuresOf(file, service, paint, l10n);
      } else {
        readEnvelopes(file);
      }
      for (const { severity, message, rule, span } of file.findings()) {
        const kind = paint(severityStyles[severity], `${severityWords[severity]}:`);
        yield lineOf(file, span, `${kind} ${oneLine(message)} ${paint('dim', `[${rule}]`)}`);
      }
    },
    end: (tally) => summaryText(tally, { ...options, quiet: options.quiet || options.failures }, service, l10n),
  };
}

function* failuresOf(file: CheckedFile, service: LanguageService, paint: Paint, l10n: Localizer): Iterable<Fragment> {
  const line = (span: Span, kind: string, failure: Envelope): Fragment =>
    lineOf(file, span, `${paint('magenta', `${kind}:`)} ${oneLine(describeFailure(failure, service, l10n))}`);
  for (const { envelope, itemFailures } of file.envelopes()) {
    if (envelope.status === 'failure') {
      yield line(envelope.span, l10n.t('failure'), envelope);
    }
    for (const failure of itemFailures) {
      yield line((failure.code ?? failure).span, l10n.t('item code'), failure);
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

/** `text` is spelled out already. */
function lineOf(file: CheckedFile, span: Span, text: string): Fragment {
  const place = placeText({ path: file.path, ...file.rangeOf(span).start });
  return { text: `${oneLine(`${place}:`)} ${text}\n`, completion: '' };
}
