import { env, window, type Disposable } from 'vscode';
import type { Server } from '../server';
import { inMessage } from '../documentText';
import { pickEnvelope } from '../pickEnvelope';
import { register } from './register';

export function registerCopyRequestId(server: Server): Disposable {
  return register(server, 'apiResponse.copyRequestId', async () => {
    const picked = await pickEnvelope(server);
    const requestId = picked?.envelope.requestId?.trim();
    if (requestId) {
      await env.clipboard.writeText(requestId);
      void window.showInformationMessage(`RequestId ${inMessage(requestId)} copied.`);
    } else if (picked) {
      void window.showInformationMessage('This response has no RequestId.');
    }
  });
}
