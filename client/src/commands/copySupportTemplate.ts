import { workspace, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { copyTicket } from '../copyTicket';
import { now } from '../now';
import { pickEnvelope } from '../pickEnvelope';
import { register } from './register';

export function registerCopySupportTemplate(client: BaseLanguageClient): Disposable {
  return register(client, 'apiResponse.copySupportTemplate', async () => {
    const picked = await pickEnvelope(client);
    if (!picked) {
      return;
    }
    const { editor, envelope } = picked;
    await copyTicket(
      client,
      {
        uri: editor.document.uri.toString(),
        index: envelope.index,
        file: workspace.asRelativePath(editor.document.uri),
        time: now(),
      },
      envelope.requestId,
    );
  });
}
