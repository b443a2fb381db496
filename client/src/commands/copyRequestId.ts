import { l10n, type Disposable } from 'vscode';
import { envelopePlaceIn } from '../client/envelopePlace';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { pickEnvelope } from '../pickers/pickEnvelope';
import { copyRequestId } from '../tickets/copyRequestId';
import { showInformation } from '../ui/messages';
import { registerCommand } from './registerCommand';

/** Takes the envelope at the `EnvelopePlace` that is passed as the argument, otherwise one of the active editor. */
export function registerCopyRequestId(client: LazyLanguageClient): Disposable {
  return registerCommand(client, 'apiResponse.copyRequestId', async (argument) => {
    const picked = await pickEnvelope(client, envelopePlaceIn(argument));
    const requestId = picked?.envelope.requestId?.trim();
    if (requestId) {
      await copyRequestId(requestId);
    } else if (picked) {
      void showInformation(l10n.t('This response has no RequestId.'));
    }
  });
}
