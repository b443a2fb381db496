import { env, window, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { inMessage } from '../documentText';
import { pickEnvelope } from '../pickEnvelope';
import { register } from './register';

export function registerCopyRequestId(client: BaseLanguageClient): Disposable {
  return register(client, 'apiResponse.copyRequestId', async () => {
    const picked = await pickEnvelope(client);
    const requestId = picked?.envelope.requestId?.trim();
    if (requestId) {
      await env.clipboard.writeText(requestId);
      void window.showInformationMessage(`RequestId ${inMessage(requestId)} copied.`);
    } else if (picked) {
      void window.showInformationMessage('This response has no RequestId.');
    }
  });
}
