import { window, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind, type LanguageClientOptions } from 'vscode-languageclient/node';
import { jsonLanguages, textLanguages } from '../../server/src/lsp/protocol';
import { RestartPolicy, stoppedForGood } from './restart';
import { traceChannel } from './trace';

/** Where text is read. Output channels are left out: they are logs too, ours among them. */
const textSchemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web'];

const documentSelector = [
  ...jsonLanguages.map((language) => ({ language })),
  ...textLanguages.flatMap((language) => textSchemes.map((scheme) => ({ language, scheme }))),
];

/** The client of our own language server, which runs as a child process and talks over IPC. */
export function createClient(context: ExtensionContext): LanguageClient {
  const module = context.asAbsolutePath('dist/server.js');
  const outputChannel = window.createOutputChannel('API Response', { log: true });
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
  const choice = await window.showErrorMessage(stoppedForGood, 'Restart', 'Show Output');
  if (choice === 'Restart') {
    start(client);
  } else if (choice) {
    client.outputChannel.show();
  }
}
