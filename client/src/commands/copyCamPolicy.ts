import { env, l10n, type Disposable } from 'vscode';
import {
  copyPolicyCommand,
  policyRequest,
  type PolicyDraft,
  type PolicyParams,
  type PolicyResult,
} from '../../../server/src/lsp/protocol';
import { envelopePlaceIn } from '../client/envelopePlace';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { pickEnvelope } from '../pickers/pickEnvelope';
import { policyCopied } from '../tickets/copiedTexts';
import { showInformation, showInStatusBar } from '../ui/messages';
import { openUntitled } from '../ui/openUntitled';
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
      await copyPolicy(result.policy);
    }
  });
}

/** Copies a draft. If secrets were removed, it cannot be used as it is, so a message offers to show it. */
async function copyPolicy({ text, actions, removed }: PolicyDraft): Promise<void> {
  await env.clipboard.writeText(text);
  const copied = policyCopied(l10n, actions, removed);
  if (removed.length === 0) {
    showInStatusBar(copied);
  } else {
    void showInformation(copied, l10n.t('Show')).then((choice) => (choice ? openUntitled(text, 'json') : undefined));
  }
}
