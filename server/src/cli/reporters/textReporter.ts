import type { Envelope, LanguageService, Localizer, Severity, Span } from '../../service';
import { oneLine } from '../output/spellOut';
import type { CheckedFile } from '../results/checkedFile';
import type { Summary } from '../results/summary';
import type { Fragment, Reporter } from './reporter';

/** One line per failure, code of an item and finding. Lines and columns count from 1, as in editors. */
export function textReporter(service: LanguageService, l10n: Localizer): Reporter {
  return {
    begin: '',
    between: '',
    file: (file) => fragmentsOf(file, service, l10n),
    end: (summary) => summaryLine(summary, l10n),
  };
}

function* fragmentsOf(file: CheckedFile, service: LanguageService, l10n: Localizer): Iterable<Fragment> {
  const line = (span: Span, text: string): Fragment => {
    const { start } = file.rangeOf(span);
    return { text: `${oneLine(`${file.path}:${start.line + 1}:${start.character + 1} ${text}`)}\n`, completion: '' };
  };
  for (const { envelope, itemFailures } of file.envelopes()) {
    if (envelope.status === 'failure') {
      yield line(envelope.span, `${l10n.t('failure')} ${describe(envelope, service, l10n)}`);
    }
    for (const failure of itemFailures) {
      const { span } = failure.code ?? failure;
      yield line(span, `${l10n.t('item code')} ${describe(failure, service, l10n)}`);
    }
  }
  for (const { span, severity, message, rule } of file.findings()) {
    yield line(span, `${severityName(severity, l10n)} ${message} [${rule}]`);
  }
}

function describe({ code, requestId }: Envelope, service: LanguageService, l10n: Localizer): string {
  const known = service.describeCode(code?.value ?? '');
  const description = known === '' ? '' : `: ${known}`;
  const shownCode = code?.value.trim() || l10n.t('(no code)');
  const id = requestId?.value.trim() || l10n.t('(none)');
  return `${shownCode}${description} RequestId ${id}`;
}

/** The counts of a check on one line. */
export function summaryLine({ files, envelopes, failures, findings }: Summary, l10n: Localizer): string {
  const counts = [
    files === 1 ? l10n.t('1 file') : l10n.t('{0} files', files),
    envelopes === 1 ? l10n.t('1 response') : l10n.t('{0} responses', envelopes),
    failures === 1 ? l10n.t('1 failure') : l10n.t('{0} failures', failures),
    findings.error === 1 ? l10n.t('1 error') : l10n.t('{0} errors', findings.error),
    findings.warning === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', findings.warning),
    l10n.t('{0} information', findings.information),
    findings.hint === 1 ? l10n.t('1 hint') : l10n.t('{0} hints', findings.hint),
  ];
  return `${l10n.t('{0}, {1}, {2}, {3}, {4}, {5}, {6}', ...counts)}\n`;
}

function severityName(severity: Severity, l10n: Localizer): string {
  switch (severity) {
    case 'error':
      return l10n.t('error');
    case 'warning':
      return l10n.t('warning');
    case 'information':
      return l10n.t('information');
    case 'hint':
      return l10n.t('hint');
  }
}
