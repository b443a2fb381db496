import { env, l10n, type Disposable } from 'vscode';
import {
  copyPolicyCommand,
  policyRequest,
  type PolicyParams,
  type PolicyResult,
} from '../../../server/src/lsp/protocol';
import { envelopePlaceIn } from '../client/envelopePlace';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { pickEnvelope } from '../pickers/pickEnvelope';
import { removedSecrets } from '../tickets/copyTicket';
import { escapeForMessage } from '../ui/escape';
import { showInformation } from '../ui/messages';
import { showEnvelopeGone } from '../ui/showEnvelopeGone';
import { registerCommand } from './registerCommand';

/** Takes the envelope at the `EnvelopePlace` that is passed as the argument, otherwise one of the active editor. */
export function registerCopyCamPolicy(client: LazyLanguageClient): Disposable {
  return registerCommand(client, copyPolicyCommand, async (argument) => {
    const picked = await pickEnvelope(client, envelopePlaceIn(argument));
    if (!picked) {
      return;
    }
    const params: PolicyParams = { uri: picked.document.uri.toString(), index: picked.envelope.index };
    const result = await client.sendRequest<PolicyResult | null>(policyRequest, params);
    if (!result) {
      showEnvelopeGone();
    } else if (!result.policy) {
      void showInformation(
        l10n.t('The message of this response does not name a denied action and resource, so no policy can be drafted.'),
      );
    } else {
      const { text, actions, removed } = result.policy;
      await env.clipboard.writeText(text);
      void showInformation(
        l10n.t(
          'CAM policy draft copied: {0}. It allows only what was denied. Review it before you attach it to a user or role.',
          escapeForMessage(actions.join(', ')),
        ) + removedSecrets(removed),
      );
    }
  });
}
