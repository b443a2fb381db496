import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  findings,
  isDeclared,
  rangeOf,
  readDocument,
  type Catalog,
  type Envelope,
  type Settings,
  type Severity,
} from '../service';

export interface CheckOptions {
  readonly settings: Settings;
  readonly declared: readonly string[];
  readonly unwrapped: boolean;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Place;
  readonly end: Place;
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

/** Checks one text. `relativePath` is what `--declared` globs are held against. */
export function checkFile(
  path: string,
  relativePath: string,
  languageId: string,
  text: string,
  catalog: Catalog,
  options: CheckOptions,
): FileReport {
  const document = TextDocument.create(path, languageId, 0, text);
  const responses = readDocument(text, {
    languageId,
    declared: isDeclared(relativePath, options.declared),
    unwrapped: options.unwrapped,
  });
  return {
    path,
    envelopes: responses.envelopes.map((envelope) => envelopeReport(document, envelope, catalog, options.settings)),
    findings: findings(responses, text, catalog, options.settings).map(({ rule, severity, message, span }) => ({
      rule,
      severity,
      message,
      range: rangeOf(document, span),
    })),
  };
}

function envelopeReport(
  document: TextDocument,
  envelope: Envelope,
  catalog: Catalog,
  settings: Settings,
): EnvelopeReport {
  return {
    status: envelope.status,
    source: envelope.source,
    range: rangeOf(document, envelope.span),
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
