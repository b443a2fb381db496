import { commands, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

export function registerShowOutput(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('apiResponse.showOutput', () => client.outputChannel.show());
}
