import type { Envelope, EnvelopeWithItems, Finding, LanguageService, Severity } from '../../service';
import type { CheckedFile } from '../results/checkedFile';
import type { Range } from '../results/positions';
import type { Fragment, Reporter } from './reporter';

/** The output of `check --format json` for a file: a contract, see docs/command-line.md. */
export interface FileReport {
  readonly path: string;
  readonly envelopes: readonly EnvelopeReport[];
  readonly findings: readonly FindingReport[];
}

export interface EnvelopeReport {
  readonly status: 'success' | 'failure';
  readonly source: string;
  readonly range: Range;
  readonly requestId: string | null;
  readonly error: ErrorReport | null;
  /** The codes inside the payload; absent if there are none. */
  readonly itemCodes?: readonly ItemCodeReport[];
}

interface ErrorReport {
  readonly code: string | null;
  readonly message: string | null;
  readonly match: 'exact' | 'trimmed' | 'parent' | 'none';
  readonly entry: string | null;
}

interface ItemCodeReport extends ErrorReport {
  readonly range: Range;
}

export interface FindingReport {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
}

/** One JSON object. Lines and characters count from 0, in UTF-16 units, as in LSP. */
export function jsonReporter(service: LanguageService): Reporter {
  return {
    begin: '{"files": [',
    between: ',',
    file: (file) => fragmentsOf(file, service),
    end: ({ summary }) => `${summary.files > 0 ? '\n' : ''}],\n"summary": ${JSON.stringify(summary)}}\n`,
  };
}

/** A `FileReport`, piece by piece. */
function* fragmentsOf(file: CheckedFile, service: LanguageService): Iterable<Fragment> {
  yield { text: `\n{"path":${JSON.stringify(file.path)},"envelopes":[`, completion: '],"findings":[]}' };
  let separator = '';
  for (const envelope of file.envelopes()) {
    const report = envelopeReport(envelope, file, service);
    yield { text: separator + JSON.stringify(report), completion: '],"findings":[]}' };
    separator = ',';
  }
  yield { text: '],"findings":[', completion: ']}' };
  separator = '';
  for (const finding of file.findings()) {
    yield { text: separator + JSON.stringify(findingReport(finding, file)), completion: ']}' };
    separator = ',';
  }
  yield { text: ']}', completion: '' };
}

function findingReport({ rule, severity, message, span }: Finding, file: CheckedFile): FindingReport {
  return { rule, severity, message, range: file.rangeOf(span) };
}

function envelopeReport(
  { envelope, itemFailures }: EnvelopeWithItems,
  file: CheckedFile,
  service: LanguageService,
): EnvelopeReport {
  return {
    status: envelope.status,
    source: envelope.source,
    range: file.rangeOf(envelope.span),
    requestId: envelope.requestId?.value ?? null,
    error: envelope.status === 'failure' ? errorReport(envelope, service) : null,
    ...(itemFailures.length > 0 ? { itemCodes: itemFailures.map((each) => itemReport(each, file, service)) } : {}),
  };
}

function itemReport(failure: Envelope, file: CheckedFile, service: LanguageService): ItemCodeReport {
  return { ...errorReport(failure, service), range: file.rangeOf((failure.code ?? failure).span) };
}

function errorReport({ code, message }: Envelope, service: LanguageService): ErrorReport {
  const match = service.matchCode(code?.value ?? '');
  return {
    code: code?.value ?? null,
    message: message?.value ?? null,
    match: match.kind,
    entry: match.kind === 'none' ? null : match.entry.code,
  };
}
