import { env, l10n } from 'vscode';
import { ticketRequest, type TicketParams, type TicketResult } from '../../../server/src/lsp/protocol';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { escapeForMessage } from '../ui/escape';
import { showError, showInformation } from '../ui/messages';
import { openUntitled } from '../ui/openUntitled';
import { showEnvelopeGone } from '../ui/showEnvelopeGone';
import { ticketCopied } from './copiedTexts';
import { openSupportPage } from './openSupportPage';

/** Requests the ticket of a response, copies it and tells the user. */
export async function copyTicket(
  client: LazyLanguageClient,
  params: TicketParams,
  requestId: string | null,
): Promise<void> {
  const ticket = await client.sendRequest<TicketResult | null>(ticketRequest, params);
  await copyTicketResult(ticket, (removed) => ticketCopied(l10n, requestId, removed));
}

/** Copies a ticket and shows what `confirmation` says of it and of the secrets removed, or says why there is no ticket. */
export async function copyTicketResult(
  ticket: TicketResult | null,
  confirmation: (removed: readonly string[]) => string,
): Promise<void> {
  if (!ticket) {
    showEnvelopeGone();
  } else if ('problem' in ticket) {
    void showError(escapeForMessage(ticket.problem));
  } else {
    await env.clipboard.writeText(ticket.text);
    void offerTicket(confirmation(ticket.removed), ticket.text);
  }
}

/** The command is over before anybody presses a button. */
async function offerTicket(message: string, ticket: string): Promise<void> {
  const [openPage, show] = [l10n.t('Open Support Page'), l10n.t('Show')];
  const choice = await showInformation(message, openPage, show);
  if (choice === openPage) {
    await openSupportPage();
  } else if (choice === show) {
    await openUntitled(ticket, 'plaintext');
  }
}
