/** Support tickets: the template filled in, with secrets taken out. */
export { createTicket, TemplateError, type TicketRequest } from './createTicket';
export { createJointTicket, type JointFailure } from './jointTicket';
export { secretName, type Redacted, type SecretKind } from './redaction';
export type { LocalTime } from './time';
