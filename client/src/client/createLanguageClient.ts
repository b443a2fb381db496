import { l10n, type ExtensionContext, type LogOutputChannel } from 'vscode';
import { LanguageClient, TransportKind, type LanguageClientOptions } from 'vscode-languageclient/node';
import { showError } from '../ui/messages';
import { settingsForServer } from './configurationMiddleware';
import { documentMiddleware } from './documentMiddleware';
import { importedCatalogPath } from './importedCatalogPath';
import { documentSelector } from './readDocuments';
import { RestartPolicy, restartsExhaustedMessage } from './restartPolicy';
import { createTraceOutputChannel } from './traceOutputChannel';

/** Creates the client for our language server, which runs as a child process and communicates over IPC. */
export function createLanguageClient(context: ExtensionContext, outputChannel: LogOutputChannel): LanguageClient {
  const module = context.asAbsolutePath('dist/server.js');
  const options: LanguageClientOptions = {
    documentSelector,
    initializationOptions: {
      commands: true,
      projectFileSchema: true,
      importedCatalog: importedCatalogPath(context),
    },
    outputChannel,
    traceOutputChannel: createTraceOutputChannel(outputChannel, context),
    middleware: { ...documentMiddleware(context), workspace: { configuration: settingsForServer } },
    errorHandler: new RestartPolicy(() => void offerRestart(client)),
  };
  const client = new LanguageClient(
    'apiResponse',
    'API Response',
    {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6019'] } },
    },
    options,
  );
  return client;
}

async function offerRestart(client: LanguageClient): Promise<void> {
  const restart = l10n.t('Restart');
  const choice = await showError(restartsExhaustedMessage(), restart, l10n.t('Show Output'));
  if (choice === restart) {
    // The client shows an error message if it cannot start.
    client.start().catch(() => undefined);
  } else if (choice) {
    client.outputChannel.show();
  }
}
