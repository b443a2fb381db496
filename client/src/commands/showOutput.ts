import { commands, type Disposable } from 'vscode';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';

export function registerShowOutput(client: LazyLanguageClient): Disposable {
  return commands.registerCommand('apiResponse.showOutput', () => client.output.show());
}
