import type { ExtensionContext } from 'vscode';
import { FailuresView } from './check/failuresView';
import { WorkspaceCheck } from './check/workspaceCheck';
import { registerCheckWorkspace } from './commands/checkWorkspace';
import { registerCopyRequestId } from './commands/copyRequestId';
import { registerCopySupportTemplate } from './commands/copySupportTemplate';
import { registerCopyTicketForAll } from './commands/copyTicketForAll';
import { registerExplainClipboard } from './commands/explainClipboard';
import { registerExplainErrorCode } from './commands/explainErrorCode';
import { registerReadAnyway } from './commands/readAnyway';
import { registerRestartServer } from './commands/restartServer';
import { registerShowOutput } from './commands/showOutput';
import { DocumentStatus } from './documentStatus';
import { Explanations } from './explanations';
import { createClient, startWhenNeeded } from './languageClient';
import { registerTerminalLinks } from './terminalLinks';

export function activate(context: ExtensionContext): void {
  const client = createClient(context);
  const explanations = new Explanations(client);
  const status = new DocumentStatus(client);
  const check = new WorkspaceCheck(client);
  context.subscriptions.push(
    client,
    explanations,
    status,
    check,
    new FailuresView(check),
    registerCopySupportTemplate(client),
    registerCopyRequestId(client),
    registerExplainErrorCode(client, explanations),
    registerExplainClipboard(client, explanations),
    registerReadAnyway(client, status),
    registerCheckWorkspace(client, check),
    registerCopyTicketForAll(client, check),
    registerTerminalLinks(client, explanations),
    registerRestartServer(client),
    registerShowOutput(client),
    // Nobody waits: a command that needs the server does.
    startWhenNeeded(client),
  );
}
