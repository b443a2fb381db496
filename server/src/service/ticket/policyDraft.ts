import type { ServiceContext } from '../context/serviceContext';
import type { Envelope } from '../envelope/envelope';
import { insightsOfEnvelope, policyDraft } from '../explain';
import type { PolicyDraft } from '../insights';
import { redactAll, type SecretKind } from '../redaction';

/** A policy draft without secrets. */
export interface RedactedPolicy extends PolicyDraft {
  readonly removed: readonly SecretKind[];
}

/** Drafts the policy that would allow what a failure says was denied; undefined if it does not say so. */
export function createPolicyDraft(failure: Envelope, context: ServiceContext): RedactedPolicy | undefined {
  const { l10n, settings } = context;
  const draft = policyDraft(insightsOfEnvelope(failure, context, settings.product));
  if (!draft) {
    return undefined;
  }
  // The message may name what the policy only repeats.
  const [text, , ...actions] = redactAll([draft.text, failure.message?.value ?? '', ...draft.actions], l10n);
  return text && { text: text.text, actions: actions.map((each) => each.text), removed: text.removed };
}
