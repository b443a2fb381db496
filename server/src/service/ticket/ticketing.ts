import type { ServiceContext } from '../context/serviceContext';
import type { ApiResponseDocument } from '../document';
import type { Envelope } from '../envelope/envelope';
import { redactAll, secretName, type Redacted, type SecretKind } from '../redaction';
import { createTicket, type TicketRequest } from './createTicket';
import { createJointTicket, type JointFailure } from './jointTicket';
import { createPolicyDraft, hasPolicyDraft, type RedactedPolicy } from './policyDraft';
import type { LocalTime } from './time';

/** Writes what is passed on to others, without secrets. */
export interface Ticketing {
  /** Fills in the support template. Throws a `TemplateError` if the user's template is invalid. */
  createTicket(document: ApiResponseDocument, request: TicketRequest): Redacted;
  /** Creates one ticket for many failures. */
  createJointTicket(failures: readonly JointFailure[], time: LocalTime): Redacted;
  /** The name of a kind of secret, for the user. */
  secretName(kind: SecretKind): string;
  /** Drafts a policy that would allow what a failure says was denied; undefined if it does not say so. */
  draftPolicy(failure: Envelope): RedactedPolicy | undefined;
  /** Whether a policy can be drafted for any failure of a document. */
  hasPolicyDraft(document: ApiResponseDocument): boolean;
  /** Removes secrets from texts that go out together, each of them on its own line or in its own field. */
  withoutSecrets(texts: readonly string[]): string[];
}

/** Writes in the language of a service. */
export function createTicketing(context: ServiceContext): Ticketing {
  const { l10n } = context;
  return {
    createTicket: (document, request) => createTicket(document, request, context),
    createJointTicket: (failures, time) => createJointTicket(failures, time, context),
    secretName: (kind) => secretName(kind, l10n),
    draftPolicy: (failure) => createPolicyDraft(failure, context),
    hasPolicyDraft: (document) => hasPolicyDraft(document, context),
    withoutSecrets: (texts) => redactAll(texts, l10n).map(({ text }) => text),
  };
}
