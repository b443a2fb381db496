import { commands, l10n, type Disposable } from 'vscode';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { showError } from '../ui/messages';

/**
 * Registers a command that shows an error message if it fails and logs the details. `argument` may be anything, since key
 * bindings and other extensions can run the command as well as our code lenses.
 */
export function registerCommand(
  client: LazyLanguageClient,
  command: string,
  run: (argument: unknown) => Promise<void>,
): Disposable {
  return commands.registerCommand(command, async (argument: unknown) => {
    try {
      await run(argument);
    } catch (error) {
      client.output.error(`${command} failed.`, error);
      void showError(
        l10n.t(
          'The API Response language server did not respond. Run "Tencent Cloud API: Restart Language Server", or see "Tencent Cloud API: Show Output" for details.',
        ),
      );
    }
  });
}
