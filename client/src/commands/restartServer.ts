import { l10n, window, type Disposable } from 'vscode';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { register } from './register';

export function registerRestartServer(client: LazyLanguageClient): Disposable {
  return register(client, 'apiResponse.restartServer', async () => {
    await client.restart();
    void window.setStatusBarMessage(l10n.t('API Response: language server restarted'), 5_000);
  });
}
