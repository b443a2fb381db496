import { DocumentDiagnosticReportKind, type Diagnostic, type DocumentDiagnosticReport } from 'vscode-languageserver';
import { languageWithId } from '../../service';
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

/** The findings of a document, if the user wants them. */
export function diagnosticsOf(open: OpenDocument): Diagnostic[] {
  return showsDiagnostics(open) ? open.service.doValidation(open.document) : [];
}

/** Whether the user wants the findings of a document. */
export function showsDiagnostics({ configuration, document }: OpenDocument): boolean {
  const isMarkdown = languageWithId(document.text.languageId)?.format === 'markdown';
  return configuration.diagnostics && (!isMarkdown || configuration.diagnosticsInMarkdown);
}

function reportOf(items: Diagnostic[]): DocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, items };
}
