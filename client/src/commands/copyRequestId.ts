import { l10n, type Disposable } from 'vscode';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { pickEnvelope } from '../pickers/pickEnvelope';
import { copyRequestId } from '../tickets/copyRequestId';
import { showInformation } from '../ui/messages';
import { registerCommand } from './registerCommand';

export function registerCopyRequestId(client: LazyLanguageClient): Disposable {
  return registerCommand(client, 'apiResponse.copyRequestId', async () => {
    const picked = await pickEnvelope(client);
    const requestId = picked?.envelope.requestId?.trim();
    if (requestId) {
      await copyRequestId(requestId);
    } else if (picked) {
      void showInformation(l10n.t('This response has no RequestId.'));
    }
  });
}
