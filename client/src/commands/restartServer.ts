import { l10n, window, type Disposable } from 'vscode';
import type { Server } from '../server';
import { register } from './register';

export function registerRestartServer(server: Server): Disposable {
  return register(server, 'apiResponse.restartServer', async () => {
    await server.restart();
    void window.setStatusBarMessage(l10n.t('API Response: language server restarted'), 5_000);
  });
}
