import { commands, window, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Registers a command that tells the user in one sentence when it fails, and logs the rest. */
export function register(
  client: BaseLanguageClient,
  command: string,
  run: (...args: never[]) => Promise<void>,
): Disposable {
  return commands.registerCommand(command, async (...args: unknown[]) => {
    try {
      await run(...(args as never[]));
    } catch (error) {
      client.error(`${command} failed.`, error, false);
      void window.showErrorMessage(
        'The API Response server did not answer; try "API Response: Restart Language Server", or see "API Response: Show Output".',
      );
    }
  });
}
