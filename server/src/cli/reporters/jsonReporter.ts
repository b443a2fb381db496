import type { Envelope, LanguageService, Severity } from '../../service';
import type { CheckedFile } from '../results/checkedFile';
import type { Positions, Range } from '../results/positions';
import type { Reporter } from './reporter';

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
}

interface ErrorReport {
  readonly code: string | null;
  readonly message: string | null;
  readonly match: 'exact' | 'trimmed' | 'parent' | 'none';
  readonly entry: string | null;
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
    file: (file) => `\n${JSON.stringify(reportOf(file, service))}`,
    end: (summary) => `${summary.files > 0 ? '\n' : ''}],\n"summary": ${JSON.stringify(summary)}}\n`,
  };
}

function reportOf({ path, positions, envelopes, findings }: CheckedFile, service: LanguageService): FileReport {
  return {
    path,
    envelopes: envelopes.map((envelope) => envelopeReport(envelope, positions, service)),
    findings: findings.map(({ rule, severity, message, span }) => ({
      rule,
      severity,
      message,
      range: positions.rangeOf(span),
    })),
  };
}

function envelopeReport(envelope: Envelope, positions: Positions, service: LanguageService): EnvelopeReport {
  return {
    status: envelope.status,
    source: envelope.source,
    range: positions.rangeOf(envelope.span),
    requestId: envelope.requestId?.value ?? null,
    error: envelope.status === 'failure' ? errorReport(envelope, service) : null,
  };
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
