import type { ExtensionContext } from 'vscode';
import { registerCopyRequestId } from './commands/copyRequestId';
import { registerCopySupportTemplate } from './commands/copySupportTemplate';
import { registerExplainErrorCode } from './commands/explainErrorCode';
import { registerRestartServer } from './commands/restartServer';
import { registerShowOutput } from './commands/showOutput';
import { createClient, start } from './languageClient';

export function activate(context: ExtensionContext): void {
  const client = createClient(context);
  context.subscriptions.push(
    client,
    registerCopySupportTemplate(client),
    registerCopyRequestId(client),
    registerExplainErrorCode(client),
    registerRestartServer(client),
    registerShowOutput(client),
  );
  // Nobody waits: a command that needs the server does.
  start(client);
}
