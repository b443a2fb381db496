import type { Redacted, TicketRequest } from '../../server/src/service';
import { parse, serviceWith, type ServiceOptions } from './service';

/** The moment at which the specification of responses was last changed, in China. */
export const specificationTime = { epoch: Date.UTC(2025, 9, 30, 13, 33, 38), offset: 480 };

/** The ticket of the last envelope of a document. */
export function ticketOf(
  document: unknown,
  request: Partial<TicketRequest> = {},
  options: ServiceOptions = {},
): Redacted {
  const text = typeof document === 'string' ? document : JSON.stringify(document, undefined, 2);
  const parsed = parse(text);
  const envelope = parsed.envelopes().at(-1);
  if (!envelope) {
    throw new Error(`No envelope: ${text}`);
  }
  const complete = { envelope, file: 'log/call.json', time: specificationTime, ...request };
  return serviceWith(options).createTicket(parsed, complete);
}

/** A failure, as a document. */
export function failure(message: string, code = 'AuthFailure.SignatureFailure'): { Response: object } {
  return { Response: { Error: { Code: code, Message: message }, RequestId: 'ed93f3cb-f35e-473f-b9f3-0d451b8b79c6' } };
}
