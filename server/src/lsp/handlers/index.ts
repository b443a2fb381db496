import type { ServerContext } from '../session/serverContext';
import { registerAssistant } from './assistant';
import { registerCheck } from './check';
import { registerCodeActions } from './codeActions';
import { registerCodeLenses } from './codeLenses';
import { registerCompletion } from './completion';
import { registerPullDiagnostics } from './diagnostics';
import { registerDocumentSymbols } from './documentSymbols';
import { registerEnvelopes } from './envelopes';
import { registerExplain } from './explain';
import { registerHover } from './hover';
import { registerInlayHints } from './inlayHints';
import { registerReport } from './report';
import { registerStatus } from './status';
import { registerTickets } from './tickets';

/** Registers the handlers that do not need the machine the server runs on. */
export function registerHandlers(context: ServerContext): void {
  registerAssistant(context);
  registerCheck(context);
  registerCodeActions(context);
  registerCodeLenses(context);
  registerCompletion(context);
  registerDocumentSymbols(context);
  registerEnvelopes(context);
  registerExplain(context);
  registerHover(context);
  registerInlayHints(context);
  registerPullDiagnostics(context);
  registerReport(context);
  registerStatus(context);
  registerTickets(context);
}
