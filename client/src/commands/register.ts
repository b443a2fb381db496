import { commands, l10n, window, type Disposable } from 'vscode';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';

/**
 * Registers a command that tells the user in one sentence when it fails, and logs the rest. `argument` is whatever the
 * caller hands over: a code lens of ours, a key binding, another extension.
 */
export function register(
  client: LazyLanguageClient,
  command: string,
  run: (argument: unknown) => Promise<void>,
): Disposable {
  return commands.registerCommand(command, async (argument: unknown) => {
    try {
      await run(argument);
    } catch (error) {
      client.output.error(`${command} failed.`, error);
      void window.showErrorMessage(
        l10n.t(
          'The API Response server did not answer; try "API Response: Restart Language Server", or see "API Response: Show Output".',
        ),
      );
    }
  });
}
