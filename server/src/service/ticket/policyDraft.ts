import type { ServiceContext } from '../context/serviceContext';
import type { ApiResponseDocument } from '../document';
import type { Envelope } from '../envelope/envelope';
import { insightsOfEnvelope, policyDraft } from '../explain';
import type { PolicyDraft } from '../insights';
import { deniedAction } from '../insights/camDenial';
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

/**
 * Whether a policy can be drafted for any failure of a document. Most messages are passed over by one expression, since
 * editors ask after each edit.
 */
export function hasPolicyDraft(document: ApiResponseDocument, context: ServiceContext): boolean {
  const denied = document.envelopes({
    max: 1,
    where: (envelope) =>
      envelope.status === 'failure' &&
      deniedAction(envelope.message?.value ?? '') !== undefined &&
      policyDraft(insightsOfEnvelope(envelope, context, context.settings.product)) !== undefined,
  });
  return denied.length > 0;
}
