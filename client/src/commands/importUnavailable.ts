import { l10n, type Disposable } from 'vscode';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { showInformation } from '../ui/messages';
import { registerCommand } from './registerCommand';

/** Says why nothing is imported from an SDK in a browser. The palette does not offer it there, but key bindings may. */
export function registerImportUnavailable(client: LazyLanguageClient): Disposable {
  return registerCommand(client, 'apiResponse.importCatalog', async () => {
    await Promise.resolve();
    void showInformation(
      l10n.t('An SDK cannot be read in a browser. Import from it in VS Code on the machine that has it.'),
    );
  });
}
