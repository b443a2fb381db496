import { env, l10n, window, type Disposable } from 'vscode';
import {
  copyPolicyCommand,
  policyRequest,
  type PolicyParams,
  type PolicyResult,
} from '../../../server/src/lsp/protocol';
import { envelopeGone } from '../copyTicket';
import { inMessage } from '../documentText';
import { pickEnvelope } from '../pickEnvelope';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { register } from './register';

/** With an `EnvelopePlace` as its argument the command takes the envelope there, else that of the active editor. */
export function registerCopyCamPolicy(client: LazyLanguageClient): Disposable {
  return register(client, copyPolicyCommand, async (argument) => {
    const picked = await pickEnvelope(client, argument);
    if (!picked) {
      return;
    }
    const params: PolicyParams = { uri: picked.document.uri.toString(), index: picked.envelope.index };
    const result = await client.sendRequest<PolicyResult | null>(policyRequest, params);
    if (!result) {
      void window.showInformationMessage(envelopeGone());
    } else if (!result.policy) {
      void window.showInformationMessage(
        l10n.t(
          'The message of this response names no action and resource that were denied, so there is no policy to draft.',
        ),
      );
    } else {
      const { text, actions } = result.policy;
      await env.clipboard.writeText(text);
      void window.showInformationMessage(
        l10n.t(
          'CAM policy draft copied: {0}. It allows just what was denied; check it before you attach it to anybody.',
          inMessage(actions.join(', ')),
        ),
      );
    }
  });
}
