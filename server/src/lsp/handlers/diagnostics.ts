import { DocumentDiagnosticReportKind, type Diagnostic, type DocumentDiagnosticReport } from 'vscode-languageserver';
import type { OpenDocument } from '../session/documents';
import { answerAbout, type ServerContext } from '../session/serverContext';

/** Answers clients that pull diagnostics. */
export function registerPullDiagnostics(context: ServerContext): void {
  context.connection.languages.diagnostics.on(({ textDocument }, token) =>
    answerAbout(context, textDocument.uri, { feature: 'diagnostics', fallback: reportOf([]), token }, (open) =>
      reportOf(diagnosticsOf(open)),
    ),
  );
}

/** The findings of a document; none if the user has turned diagnostics off. */
export function diagnosticsOf({ configuration, document, service }: OpenDocument): Diagnostic[] {
  return configuration.diagnostics ? service.doValidation(document) : [];
}

function reportOf(items: Diagnostic[]): DocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, items };
}
