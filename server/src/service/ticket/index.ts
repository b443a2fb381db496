/** Support tickets: filled-in templates without secrets. */
export { createTicket, TemplateError, type TicketRequest } from './createTicket';
export { createJointTicket, type JointFailure } from './jointTicket';
export { secretName, type Redacted, type SecretKind } from './redaction';
export type { LocalTime } from './time';
