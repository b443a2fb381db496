/** Support tickets: filled-in templates without secrets. */
export { createTicket, TemplateError, type TicketRequest } from './createTicket';
export { createJointTicket, type JointFailure } from './jointTicket';
export { createPolicyDraft, hasPolicyDraft, type RedactedPolicy } from './policyDraft';
export type { LocalTime } from './time';
