import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver-types';
import type { Severity } from '../base/severity';
import type { ServiceContext } from '../context/serviceContext';
import { rangeOf, type ApiResponseDocument, type DocumentText } from '../document';
import type { CappedFindings, Finding, Validator } from '../validation';
import { sourceFindings } from './sourceCode';

/** The source of our diagnostics in the editor. */
export const diagnosticSource = 'api-response';

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The first findings of a document, up to the limit of the validator, and the total number. */
export function findingsOf(
  document: ApiResponseDocument,
  validator: Validator,
  context: ServiceContext,
): CappedFindings {
  const inSource = sourceFindings(document, context).map(({ finding }) => finding);
  // No programming language is one of documents with responses.
  return inSource.length > 0
    ? { first: inSource.slice(0, validator.max), total: inSource.length }
    : document.findings(validator);
}

/** The first findings of a document as diagnostics, and a last one that counts the rest. */
export function doValidation(
  document: ApiResponseDocument,
  validator: Validator,
  context: ServiceContext,
): Diagnostic[] {
  const { first, total } = findingsOf(document, validator, context);
  const shown = first.map((finding) => toDiagnostic(document.text, finding, context));
  const more = total - shown.length;
  const last = shown.at(-1);
  if (more > 0 && last) {
    shown.push({
      range: last.range,
      severity: DiagnosticSeverity.Information,
      source: diagnosticSource,
      code: 'more-findings',
      message: context.l10n.t('{0} more findings in this document are not shown.', more),
    });
  }
  return shown;
}

/** Converts a finding to a diagnostic. */
export function toDiagnostic(text: DocumentText, finding: Finding, context: ServiceContext): Diagnostic {
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
    codeDescription: { href: addressOf(finding.rule, context) },
    message: finding.message,
    ...(tags.length > 0 ? { tags } : {}),
    ...(related ? { relatedInformation: related } : {}),
  };
}

/** The address of the section about a rule. Editors open a file as text, at its beginning, so a command is preferred. */
function addressOf(rule: string, { client: { commands }, rulesPage }: ServiceContext): string {
  return commands
    ? `command:${commands.showRule}?${encodeURIComponent(JSON.stringify([rule]))}`
    : `${rulesPage}#${rule}`;
}
