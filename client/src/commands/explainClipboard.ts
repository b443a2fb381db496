import { env, l10n, window, type Disposable } from 'vscode';
import type { Server } from '../server';
import { explainTextRequest, type ExplainResult, type ExplainTextParams } from '../../../server/src/lsp/protocol';
import type { Explanations } from '../explanations';
import { register } from './register';

export function registerExplainClipboard(server: Server, explanations: Explanations): Disposable {
  return register(server, 'apiResponse.explainClipboard', async () => {
    const params: ExplainTextParams = { text: await env.clipboard.readText() };
    const result = await server.request<ExplainResult | null>(explainTextRequest, params);
    if (result) {
      await explanations.showText(l10n.t('Clipboard'), result.markdown);
    } else {
      void window.showInformationMessage(
        l10n.t(
          'There is no API response, SDK exception, error code or RequestId in the clipboard. Copy one and run the command again.',
        ),
      );
    }
  });
}
