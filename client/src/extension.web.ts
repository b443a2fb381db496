import type { ExtensionContext } from 'vscode';
import { activateEverywhere } from './activate';
import { requestWithProgress } from './client/requestWithProgress';
import { createLanguageClient } from './client/webLanguageClient';
import { registerImportUnavailable } from './commands/importUnavailable';

/** The entry where extensions run in a browser, which loads one file and no other. */
export function activate(context: ExtensionContext): void {
  const client = activateEverywhere(context, () => Promise.resolve({ createLanguageClient, requestWithProgress }));
  context.subscriptions.push(registerImportUnavailable(client));
}
