import type { Disposable } from 'vscode';
import { copyTicketCommand } from '../../../server/src/lsp/protocol';
import { envelopePlaceIn } from '../client/envelopePlace';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { pickEnvelope } from '../pickers/pickEnvelope';
import { clientTime } from '../tickets/clientTime';
import { copyTicket } from '../tickets/copyTicket';
import { fileName } from '../tickets/fileName';
import { registerCommand } from './registerCommand';

/** Takes the envelope at the `EnvelopePlace` that is passed as the argument, otherwise one of the active editor. */
export function registerCopySupportTemplate(client: LazyLanguageClient): Disposable {
  return registerCommand(client, copyTicketCommand, async (argument) => {
    const picked = await pickEnvelope(client, envelopePlaceIn(argument));
    if (!picked) {
      return;
    }
    const { document, envelope } = picked;
    await copyTicket(
      client,
      {
        uri: document.uri.toString(),
        index: envelope.index,
        file: fileName(document.uri),
        time: clientTime(),
      },
      envelope.requestId,
    );
  });
}
