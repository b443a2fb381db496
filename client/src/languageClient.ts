import { l10n, window, type CancellationToken, type ExtensionContext, type LogOutputChannel } from 'vscode';
import {
  LanguageClient,
  TransportKind,
  WorkDoneProgress,
  type LanguageClientOptions,
  type WorkDoneProgressReport,
} from 'vscode-languageclient/node';
import { documentSelector } from './documentSelector';
import { importedCatalogPath } from './importedCatalog';
import { withoutForeignCatalogs } from './foreignCatalogs';
import { RestartPolicy, stoppedForGood } from './restart';
import { traceChannel } from './trace';

/** The client of our own language server, which runs as a child process and talks over IPC. */
export function createClient(context: ExtensionContext, outputChannel: LogOutputChannel): LanguageClient {
  const module = context.asAbsolutePath('dist/server.js');
  const options: LanguageClientOptions = {
    documentSelector,
    initializationOptions: { commands: true, importedCatalog: importedCatalogPath(context) },
    outputChannel,
    traceOutputChannel: traceChannel(outputChannel, context),
    middleware: { workspace: { configuration: withoutForeignCatalogs } },
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

let tokens = 0;

/** Asks the server for what takes a while: `report` is told how far it is, `token` ends it. Rejects where it does not answer. */
export async function requestWithProgress<Result>(
  client: LanguageClient,
  method: string,
  params: object,
  token: CancellationToken,
  report: (progress: WorkDoneProgressReport) => void,
): Promise<Result> {
  const workDoneToken = `api-response-${++tokens}`;
  const subscription = client.onProgress(WorkDoneProgress.type, workDoneToken, (progress) => {
    if (progress.kind === 'report') {
      report(progress);
    }
  });
  try {
    return await client.sendRequest<Result>(method, { ...params, workDoneToken }, token);
  } finally {
    subscription.dispose();
  }
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
