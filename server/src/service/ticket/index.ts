/** Support tickets: filled-in templates without secrets. */
export { TemplateError, type TicketRequest } from './createTicket';
export type { JointFailure } from './jointTicket';
export { createTicketing, type Ticketing } from './ticketing';
