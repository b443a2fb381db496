import { l10n, window, type Disposable } from 'vscode';
import type { Server } from '../server';
import { readAnywayNotification, type StatusParams } from '../../../server/src/lsp/protocol';
import type { DocumentStatus } from '../documentStatus';
import { register } from './register';

export function registerReadAnyway(server: Server, status: DocumentStatus): Disposable {
  return register(server, 'apiResponse.readAnyway', async () => {
    const document = window.activeTextEditor?.document;
    if (!document) {
      void window.showInformationMessage(l10n.t('Open the document that is to be read first.'));
      return;
    }
    const params: StatusParams = { uri: document.uri.toString() };
    await server.notify(readAnywayNotification, params);
    status.update();
  });
}
