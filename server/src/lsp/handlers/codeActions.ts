import { answerAbout, type ServerContext } from '../session/serverContext';
import { showsDiagnostics } from './diagnostics';

/** Offers quick fixes, and all safe fixes at once; nothing if diagnostics are off. */
export function registerCodeActions(context: ServerContext): void {
  context.connection.onCodeAction(({ textDocument, range, context: { only } }, token) =>
    answerAbout(context, textDocument.uri, { feature: 'code actions', fallback: [], token }, (open) =>
      showsDiagnostics(open) ? open.service.getCodeActions(open.document, range, only) : [],
    ),
  );
}
