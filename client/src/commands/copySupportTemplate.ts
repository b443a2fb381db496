import { workspace, type Disposable } from 'vscode';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { copyTicketCommand } from '../../../server/src/lsp/protocol';
import { copyTicket } from '../copyTicket';
import { now } from '../now';
import { pickEnvelope } from '../pickEnvelope';
import { register } from './register';

/** With an `EnvelopePlace` as its argument the command takes the envelope there, else that of the active editor. */
export function registerCopySupportTemplate(client: LazyLanguageClient): Disposable {
  return register(client, copyTicketCommand, async (argument) => {
    const picked = await pickEnvelope(client, argument);
    if (!picked) {
      return;
    }
    const { document, envelope } = picked;
    await copyTicket(
      client,
      {
        uri: document.uri.toString(),
        index: envelope.index,
        file: workspace.asRelativePath(document.uri),
        time: now(),
      },
      envelope.requestId,
    );
  });
}
