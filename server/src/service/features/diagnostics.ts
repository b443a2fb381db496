import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver-types';
import type { Severity } from '../base/severity';
import type { ServiceContext } from '../context/serviceContext';
import { rangeOf, type ApiResponseDocument, type DocumentText } from '../document';
import type { Finding, Validator } from '../validation';

/** The source of our diagnostics in the editor. */
export const diagnosticSource = 'api-response';

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The first findings of a document as diagnostics, and a last one that counts the rest. */
export function doValidation(
  document: ApiResponseDocument,
  validator: Validator,
  { l10n, rulesPage }: ServiceContext,
): Diagnostic[] {
  const { first, total } = document.findings(validator);
  const shown = first.map((finding) => toDiagnostic(document.text, finding, rulesPage));
  const more = total - shown.length;
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

/**
 * Converts a finding to a diagnostic. `rulesPage` is the address of docs/rules.md, which has a section for each rule.
 */
export function toDiagnostic(text: DocumentText, finding: Finding, rulesPage: string): Diagnostic {
  const tags = [
    ...(finding.unnecessary ? [DiagnosticTag.Unnecessary] : []),
    ...(finding.deprecated ? [DiagnosticTag.Deprecated] : []),
  ];
  const related = finding.related?.map(({ span, message }) => ({
    location: { uri: text.uri, range: rangeOf(text, span) },
    message,
  }));
  return {
    range: rangeOf(text, finding.span),
    severity: severities[finding.severity],
    source: diagnosticSource,
    code: finding.rule,
    codeDescription: { href: `${rulesPage}#${finding.rule}` },
    message: finding.message,
    ...(tags.length > 0 ? { tags } : {}),
    ...(related ? { relatedInformation: related } : {}),
  };
}
