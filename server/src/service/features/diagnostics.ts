import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver-types';
import type { Severity } from '../base/severity';
import type { Finding } from '../validation/findings';
import type { SomeFindings } from '../validation/cappedFindings';
import type { PositionedText } from '../incremental/chunkedText';
import { rangeOf } from './range';
import * as l10n from '../base/localizer';

/** The name under which the editor lists what this product finds. */
export const diagnosticSource = 'api-response';

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Findings as the editor wants them. `rulesPage` is the address of docs/rules.md, in which every rule has a section. */
export function toDiagnostics(document: PositionedText, found: SomeFindings, rulesPage: string): Diagnostic[] {
  const shown = found.first.map((finding) => toDiagnostic(document, finding, rulesPage));
  const more = found.total - shown.length;
  const last = shown.at(-1);
  if (more > 0 && last) {
    shown.push({
      range: last.range,
      severity: DiagnosticSeverity.Information,
      source: diagnosticSource,
      code: 'more-findings',
      message: l10n.t('{0} more findings in this document are not shown.', more),
    });
  }
  return shown;
}

/** One finding as the editor wants it. */
export function toDiagnostic(document: PositionedText, finding: Finding, rulesPage: string): Diagnostic {
  const tags = [
    ...(finding.unnecessary ? [DiagnosticTag.Unnecessary] : []),
    ...(finding.deprecated ? [DiagnosticTag.Deprecated] : []),
  ];
  const related = finding.related?.map(({ span, message }) => ({
    location: { uri: document.uri, range: rangeOf(document, span) },
    message,
  }));
  return {
    range: rangeOf(document, finding.span),
    severity: severities[finding.severity],
    source: diagnosticSource,
    code: finding.rule,
    codeDescription: { href: `${rulesPage}#${finding.rule}` },
    message: finding.message,
    ...(tags.length > 0 ? { tags } : {}),
    ...(related ? { relatedInformation: related } : {}),
  };
}
