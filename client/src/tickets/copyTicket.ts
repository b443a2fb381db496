import { env, l10n } from 'vscode';
import { ticketRequest, type TicketParams, type TicketResult } from '../../../server/src/lsp/protocol';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { escapeForMessage } from '../ui/escape';
import { showError, showInformation } from '../ui/messages';
import { showEnvelopeGone } from '../ui/showEnvelopeGone';

/** Requests the ticket of a response, copies it and tells the user. */
export async function copyTicket(
  client: LazyLanguageClient,
  params: TicketParams,
  requestId: string | null,
): Promise<void> {
  const ticket = await client.sendRequest<TicketResult | null>(ticketRequest, params);
  const id = requestId?.trim();
  await copyTicketResult(
    ticket,
    id ? l10n.t('Support template copied: RequestId {0}.', escapeForMessage(id)) : l10n.t('Support template copied.'),
  );
}

/** Copies a ticket and shows `confirmation`, or says why there is no ticket. */
export async function copyTicketResult(ticket: TicketResult | null, confirmation: string): Promise<void> {
  if (!ticket) {
    showEnvelopeGone();
  } else if ('problem' in ticket) {
    void showError(escapeForMessage(ticket.problem));
  } else {
    await env.clipboard.writeText(ticket.text);
    void showInformation(confirmation + removedSecrets(ticket.removed));
  }
}

/** A sentence, after a space, about the secrets that were removed from what was copied; empty if there were none. */
export function removedSecrets(removed: readonly string[]): string {
  return removed.length > 0 ? ` ${l10n.t('Secrets removed: {0}.', removed.join(l10n.t(', ')))}` : '';
}
