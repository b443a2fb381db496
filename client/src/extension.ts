import type { ExtensionContext } from 'vscode';
import { activateEverywhere } from './activate';
import { registerImportCatalog } from './commands/importCatalog';

/** The entry where extensions run under Node: on a desktop, or on a remote machine. */
export function activate(context: ExtensionContext): void {
  const client = activateEverywhere(context, () => import('./languageClient.js'));
  context.subscriptions.push(registerImportCatalog(client, context));
}
