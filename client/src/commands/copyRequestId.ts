import { env, l10n, type Disposable } from 'vscode';
import { envelopePlaceIn } from '../client/envelopePlace';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { pickEnvelope } from '../pickers/pickEnvelope';
import { escapeForMessage } from '../ui/escape';
import { showInformation } from '../ui/messages';
import { registerCommand } from './registerCommand';

/** Takes the envelope at the `EnvelopePlace` that is passed as the argument, otherwise one of the active editor. */
export function registerCopyRequestId(client: LazyLanguageClient): Disposable {
  return registerCommand(client, 'apiResponse.copyRequestId', async (argument) => {
    const picked = await pickEnvelope(client, envelopePlaceIn(argument));
    const requestId = picked?.envelope.requestId?.trim();
    if (requestId) {
      await env.clipboard.writeText(requestId);
      void showInformation(l10n.t('RequestId {0} copied.', escapeForMessage(requestId)));
    } else if (picked) {
      void showInformation(l10n.t('This response has no RequestId.'));
    }
  });
}
