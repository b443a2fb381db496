import {
  findings,
  readDocument,
  type Catalog,
  type Envelope,
  type Finding,
  type Settings,
  type Severity,
} from '../service';
import { Positions, type Range } from './positions';

export interface CheckOptions {
  readonly settings: Settings;
  readonly declared: readonly string[];
  readonly unwrapped: boolean;
}

/** What was found in a file. */
export interface CheckedFile {
  readonly path: string;
  readonly positions: Positions;
  readonly envelopes: readonly Envelope[];
  readonly findings: readonly Finding[];
}

/** What `check --format json` says of a file: a contract, see docs/command-line.md. */
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

/** Checks one text. `declared`: it is an API response whatever it holds. */
export function checkFile(
  path: string,
  declared: boolean,
  languageId: string,
  text: string,
  catalog: Catalog,
  options: CheckOptions,
): CheckedFile {
  const responses = readDocument(text, { languageId, declared, unwrapped: options.unwrapped });
  return {
    path,
    positions: new Positions(text),
    envelopes: responses.envelopes,
    findings: findings(responses, text, catalog, options.settings),
  };
}

/** What was found, as plain data. */
export function reportOf(file: CheckedFile, catalog: Catalog, settings: Settings): FileReport {
  const { path, positions } = file;
  return {
    path,
    envelopes: file.envelopes.map((envelope) => envelopeReport(positions, envelope, catalog, settings)),
    findings: file.findings.map(({ rule, severity, message, span }) => ({
      rule,
      severity,
      message,
      range: positions.rangeOf(span),
    })),
  };
}

function envelopeReport(
  positions: Positions,
  envelope: Envelope,
  catalog: Catalog,
  settings: Settings,
): EnvelopeReport {
  return {
    status: envelope.status,
    source: envelope.source,
    range: positions.rangeOf(envelope.span),
    requestId: envelope.requestId?.value ?? null,
    error: envelope.status === 'failure' ? errorReport(envelope, catalog, settings) : null,
  };
}

function errorReport({ code, message }: Envelope, catalog: Catalog, { product }: Settings): ErrorReport {
  const match = catalog.match(code?.value ?? '', product);
  return {
    code: code?.value ?? null,
    message: message?.value ?? null,
    match: match.kind,
    entry: match.kind === 'none' ? null : match.entry.code,
  };
}
