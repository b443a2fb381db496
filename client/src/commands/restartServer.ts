import { window, type Disposable } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { register } from './register';

export function registerRestartServer(client: LanguageClient): Disposable {
  return register(client, 'apiResponse.restartServer', async () => {
    await client.restart();
    void window.setStatusBarMessage('API Response: language server restarted', 5_000);
  });
}
