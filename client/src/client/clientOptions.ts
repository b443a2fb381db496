import { l10n, type ExtensionContext, type LogOutputChannel } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { ClientOptions } from '../../../server/src/lsp/protocol';
import { showError } from '../ui/messages';
import { settingsForServer } from './configurationMiddleware';
import { documentMiddleware } from './documentMiddleware';
import { hoverMiddleware } from './hoverMiddleware';
import { documentSelector } from './readDocuments';
import { RestartPolicy, restartsExhaustedMessage } from './restartPolicy';
import { createTraceOutputChannel } from './traceOutputChannel';

/** The options of a language client in any host. `client` is the one that gets them. */
export function clientOptions(
  context: ExtensionContext,
  outputChannel: LogOutputChannel,
  initializationOptions: ClientOptions,
  client: () => BaseLanguageClient,
): LanguageClientOptions {
  return {
    documentSelector,
    initializationOptions: {
      ...initializationOptions,
      commands: true,
      hoverCommands: true,
      projectFileSchema: true,
      readFile: true,
    } satisfies ClientOptions,
    outputChannel,
    traceOutputChannel: createTraceOutputChannel(outputChannel, context),
    middleware: {
      ...documentMiddleware(context),
      ...hoverMiddleware,
      workspace: { configuration: settingsForServer },
    },
    errorHandler: new RestartPolicy(() => void offerRestart(client())),
  };
}

async function offerRestart(client: BaseLanguageClient): Promise<void> {
  const restart = l10n.t('Restart');
  const choice = await showError(restartsExhaustedMessage(), restart, l10n.t('Show Output'));
  if (choice === restart) {
    // The client shows an error message if it cannot start.
    client.start().catch(() => undefined);
  } else if (choice) {
    client.outputChannel.show();
  }
}
