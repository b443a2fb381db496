import { l10n, window, type Disposable } from 'vscode';
import {
  readAnywayNotification,
  statusRequest,
  type StatusParams,
  type StatusResult,
} from '../../../server/src/lsp/protocol';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import type { DocumentStatus } from '../features/documentStatus';
import { showInformation } from '../ui/messages';
import { registerCommand } from './registerCommand';

export function registerReadAnyway(client: LazyLanguageClient, status: DocumentStatus): Disposable {
  return registerCommand(client, 'apiResponse.readAnyway', async () => {
    const document = window.activeTextEditor?.document;
    if (!document) {
      void showInformation(l10n.t('Open the document you want to read first.'));
      return;
    }
    const params: StatusParams = { uri: document.uri.toString() };
    const { tooLarge } = await client.sendRequest<StatusResult>(statusRequest, params);
    if (!tooLarge) {
      void showInformation(
        client.reads(document)
          ? l10n.t('This document has already been read.')
          : l10n.t('Documents like this one are not searched for API responses.'),
      );
      return;
    }
    await client.sendNotification(readAnywayNotification, params);
    status.update();
  });
}
