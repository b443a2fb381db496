import { window, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { readAnywayNotification, type StatusParams } from '../../../server/src/lsp/protocol';
import type { DocumentStatus } from '../documentStatus';
import { register } from './register';

export function registerReadAnyway(client: BaseLanguageClient, status: DocumentStatus): Disposable {
  return register(client, 'apiResponse.readAnyway', async () => {
    const document = window.activeTextEditor?.document;
    if (!document) {
      void window.showInformationMessage('Open the document that is to be read first.');
      return;
    }
    const params: StatusParams = { uri: document.uri.toString() };
    await client.sendNotification(readAnywayNotification, params);
    status.update();
  });
}
