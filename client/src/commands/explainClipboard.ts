import { env, l10n, type Disposable } from 'vscode';
import { explainTextRequest, type ExplainResult, type ExplainTextParams } from '../../../server/src/lsp/protocol';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import type { Explanations } from '../features/explanations';
import { showInformation } from '../ui/messages';
import { registerCommand } from './registerCommand';

export function registerExplainClipboard(client: LazyLanguageClient, explanations: Explanations): Disposable {
  return registerCommand(client, 'apiResponse.explainClipboard', async () => {
    const params: ExplainTextParams = { text: await env.clipboard.readText() };
    const result = await client.sendRequest<ExplainResult | null>(explainTextRequest, params);
    if (result) {
      await explanations.showText(l10n.t('Clipboard'), result.markdown);
    } else {
      void showInformation(
        l10n.t(
          'The clipboard contains no API response, SDK exception, error code or RequestId. Copy one and run the command again.',
        ),
      );
    }
  });
}
