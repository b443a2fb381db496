import { env, window, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { explainTextRequest, type ExplainResult, type ExplainTextParams } from '../../../server/src/lsp/protocol';
import type { Explanations } from '../explanations';
import { register } from './register';

export function registerExplainClipboard(client: BaseLanguageClient, explanations: Explanations): Disposable {
  return register(client, 'apiResponse.explainClipboard', async () => {
    const params: ExplainTextParams = { text: await env.clipboard.readText() };
    const result = await client.sendRequest<ExplainResult | null>(explainTextRequest, params);
    if (result) {
      await explanations.showText('Clipboard', result.markdown);
    } else {
      void window.showInformationMessage(
        'There is no API response, SDK exception, error code or RequestId in the clipboard. Copy one and run the command again.',
      );
    }
  });
}
