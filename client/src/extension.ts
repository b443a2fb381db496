import type { ExtensionContext } from 'vscode';
import { registerCopyRequestId } from './commands/copyRequestId';
import { registerCopySupportTemplate } from './commands/copySupportTemplate';
import { registerExplainErrorCode } from './commands/explainErrorCode';
import { registerRestartServer } from './commands/restartServer';
import { registerShowOutput } from './commands/showOutput';
import { createClient } from './languageClient';

export async function activate(context: ExtensionContext): Promise<void> {
  const client = createClient(context);
  context.subscriptions.push(
    client,
    registerCopySupportTemplate(client),
    registerCopyRequestId(client),
    registerExplainErrorCode(client),
    registerRestartServer(client),
    registerShowOutput(client),
  );
  await client.start();
}
