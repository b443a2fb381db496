import { l10n, window, type ExtensionContext, type LogOutputChannel } from 'vscode';
import { LanguageClient, TransportKind, type LanguageClientOptions } from 'vscode-languageclient/node';
import { documentSelector } from './documentSelector';
import { RestartPolicy, stoppedForGood } from './restart';
import { traceChannel } from './trace';

/** The client of our own language server, which runs as a child process and talks over IPC. */
export function createClient(context: ExtensionContext, outputChannel: LogOutputChannel): LanguageClient {
  const module = context.asAbsolutePath('dist/server.js');
  const options: LanguageClientOptions = {
    documentSelector,
    initializationOptions: { commands: true },
    outputChannel,
    traceOutputChannel: traceChannel(outputChannel, context),
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

/** Starts the server; the client itself tells the user where that fails. */
export function start(client: LanguageClient): void {
  client.start().catch(() => undefined);
}

async function offerRestart(client: LanguageClient): Promise<void> {
  const restart = l10n.t('Restart');
  const choice = await window.showErrorMessage(stoppedForGood(), restart, l10n.t('Show Output'));
  if (choice === restart) {
    start(client);
  } else if (choice) {
    client.outputChannel.show();
  }
}
