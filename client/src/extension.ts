import type { ExtensionContext } from 'vscode';
import { FailuresView } from './check/failuresView';
import { WorkspaceCheck } from './check/workspaceCheck';
import { registerCheckWorkspace } from './commands/checkWorkspace';
import { registerCopyCamPolicy } from './commands/copyCamPolicy';
import { registerCopyRequestId } from './commands/copyRequestId';
import { registerCopySupportTemplate } from './commands/copySupportTemplate';
import { registerCopyTicketForAll } from './commands/copyTicketForAll';
import { registerExplainClipboard } from './commands/explainClipboard';
import { registerExplainErrorCode } from './commands/explainErrorCode';
import { registerImportCatalog } from './commands/importCatalog';
import { registerReadAnyway } from './commands/readAnyway';
import { registerRestartServer } from './commands/restartServer';
import { registerShowOutput } from './commands/showOutput';
import { DocumentStatus } from './documentStatus';
import { Explanations } from './explanations';
import { Server } from './server';
import { registerTerminalLinks } from './terminalLinks';

export function activate(context: ExtensionContext): void {
  const server = new Server(context);
  const explanations = new Explanations(server);
  const status = new DocumentStatus(server);
  const check = new WorkspaceCheck(server);
  context.subscriptions.push(
    server,
    explanations,
    status,
    check,
    new FailuresView(check),
    registerCopySupportTemplate(server),
    registerCopyRequestId(server),
    registerCopyCamPolicy(server),
    registerExplainErrorCode(server, explanations),
    registerExplainClipboard(server, explanations),
    registerReadAnyway(server, status),
    registerCheckWorkspace(server, check),
    registerCopyTicketForAll(server, check),
    registerImportCatalog(server, context),
    registerTerminalLinks(server, explanations),
    registerRestartServer(server),
    registerShowOutput(server),
  );
}
