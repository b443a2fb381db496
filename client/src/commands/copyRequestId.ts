import { env, l10n, window, type Disposable } from 'vscode';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { inMessage } from '../documentText';
import { pickEnvelope } from '../pickEnvelope';
import { register } from './register';

export function registerCopyRequestId(client: LazyLanguageClient): Disposable {
  return register(client, 'apiResponse.copyRequestId', async () => {
    const picked = await pickEnvelope(client);
    const requestId = picked?.envelope.requestId?.trim();
    if (requestId) {
      await env.clipboard.writeText(requestId);
      void window.showInformationMessage(l10n.t('RequestId {0} copied.', inMessage(requestId)));
    } else if (picked) {
      void window.showInformationMessage(l10n.t('This response has no RequestId.'));
    }
  });
}
