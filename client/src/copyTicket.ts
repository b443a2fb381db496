import { env, l10n, window } from 'vscode';
import type { LazyLanguageClient } from './client/lazyLanguageClient';
import { ticketRequest, type TicketParams, type TicketResult } from '../../server/src/lsp/protocol';
import { inMessage } from './documentText';

export function envelopeGone(): string {
  return l10n.t('The response is no longer in this document; run the command again.');
}

/** Has a ticket filled in and copies it; says what was copied, or why nothing was. */
export async function copyTicket(
  client: LazyLanguageClient,
  params: TicketParams,
  requestId: string | null,
): Promise<void> {
  const ticket = await client.sendRequest<TicketResult | null>(ticketRequest, params);
  const id = requestId?.trim();
  await copyResult(
    ticket,
    id ? l10n.t('Support template copied: RequestId {0}.', inMessage(id)) : l10n.t('Support template copied.'),
  );
}

/** Copies a ticket that was filled in; `confirmation` is what to say of it. */
export async function copyResult(ticket: TicketResult | null, confirmation: string): Promise<void> {
  if (!ticket) {
    void window.showInformationMessage(envelopeGone());
  } else if ('problem' in ticket) {
    void window.showErrorMessage(inMessage(ticket.problem));
  } else {
    await env.clipboard.writeText(ticket.text);
    const { removed } = ticket;
    const without = removed.length > 0 ? ` ${l10n.t('Taken out, since secret: {0}.', removed.join(l10n.t(', ')))}` : '';
    void window.showInformationMessage(`${confirmation}${without}`);
  }
}
