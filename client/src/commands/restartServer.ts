import { l10n, window, type Disposable } from 'vscode';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { registerCommand } from './registerCommand';

export function registerRestartServer(client: LazyLanguageClient): Disposable {
  return registerCommand(client, 'apiResponse.restartServer', async () => {
    await client.restart();
    void window.setStatusBarMessage(l10n.t('Tencent Cloud API: language server restarted'), 5_000);
  });
}
