import { env, l10n, type Disposable } from 'vscode';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import type { Explanations } from '../features/explanations';
import { showInformation } from '../ui/messages';
import { registerCommand } from './registerCommand';

export function registerExplainClipboard(client: LazyLanguageClient, explanations: Explanations): Disposable {
  return registerCommand(client, 'apiResponse.explainClipboard', async () => {
    if (!(await explanations.showText(l10n.t('Clipboard'), await env.clipboard.readText()))) {
      void showInformation(
        l10n.t(
          'The clipboard contains no API response, SDK exception, error code or RequestId. Copy one and run the command again.',
        ),
      );
    }
  });
}
