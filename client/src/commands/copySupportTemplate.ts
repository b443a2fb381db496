import { env, window, workspace, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  copyTicketCommand,
  ticketRequest,
  type TicketParams,
  type TicketResult,
} from '../../../server/src/lsp/protocol';
import { inMessage } from '../documentText';
import { envelopeGone, pickEnvelope } from '../pickEnvelope';
import { register } from './register';

/** With an `EnvelopePlace` as its argument the command takes the envelope there, else that of the active editor. */
export function registerCopySupportTemplate(client: BaseLanguageClient): Disposable {
  return register(client, copyTicketCommand, async (argument) => {
    const picked = await pickEnvelope(client, argument);
    if (!picked) {
      return;
    }
    const { document, envelope } = picked;
    const now = new Date();
    const params: TicketParams = {
      uri: document.uri.toString(),
      index: envelope.index,
      file: workspace.asRelativePath(document.uri),
      time: { epoch: now.getTime(), offset: -now.getTimezoneOffset() },
    };
    const ticket = await client.sendRequest<TicketResult | null>(ticketRequest, params);
    if (!ticket) {
      void window.showInformationMessage(envelopeGone);
    } else if ('problem' in ticket) {
      void window.showErrorMessage(inMessage(ticket.problem));
    } else {
      await env.clipboard.writeText(ticket.text);
      void window.showInformationMessage(confirmation(envelope.requestId, ticket.removed));
    }
  });
}

function confirmation(requestId: string | null, removed: readonly string[]): string {
  const which = requestId?.trim() ? `: RequestId ${inMessage(requestId.trim())}` : '';
  const without = removed.length > 0 ? ` Taken out, since secret: ${removed.join(', ')}.` : '';
  return `Support template copied${which}.${without}`;
}
