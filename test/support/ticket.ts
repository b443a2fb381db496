import { builtinCatalog } from '../../server/src/builtin';
import { createTicket, type Catalog, type TicketRequest } from '../../server/src/service';
import { read } from './service';

/** The moment at which seed.txt was last changed, in China. */
export const seedTime = { epoch: Date.UTC(2025, 9, 30, 13, 33, 38), offset: 480 };

/** The ticket of the last envelope of a document. */
export function ticketOf(
  document: unknown,
  request: Partial<TicketRequest> = {},
  catalog: Catalog = builtinCatalog(),
): ReturnType<typeof createTicket> {
  const text = typeof document === 'string' ? document : JSON.stringify(document, undefined, 2);
  const { envelopes } = read(text);
  const envelope = envelopes.at(-1);
  if (!envelope) {
    throw new Error(`No envelope: ${text}`);
  }
  return createTicket(catalog, {
    text,
    envelope,
    envelopes,
    file: 'log/call.json',
    line: 7,
    time: seedTime,
    ...request,
  });
}

/** A failure, as a document. */
export function failure(message: string, code = 'AuthFailure.SignatureFailure'): { Response: object } {
  return { Response: { Error: { Code: code, Message: message }, RequestId: 'ed93f3cb-f35e-473f-b9f3-0d451b8b79c6' } };
}
