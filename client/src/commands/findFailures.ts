import { commands, type Disposable } from 'vscode';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { registerCommand } from './registerCommand';

/** Opens VS Code's own search in the view "API Failures", which filters it too. */
export function registerFindFailures(client: LazyLanguageClient): Disposable {
  return registerCommand(client, 'apiResponse.findFailures', async () => {
    await commands.executeCommand('apiResponse.failures.focus');
    await commands.executeCommand('list.find');
  });
}
