import type { ExtensionContext, LogOutputChannel } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions } from './clientOptions';
import { importedCatalogPath } from './importedCatalogPath';

/** Creates the client for our language server, which runs as a child process and communicates over IPC. */
export function createLanguageClient(context: ExtensionContext, outputChannel: LogOutputChannel): LanguageClient {
  const module = context.asAbsolutePath('dist/server.js');
  const client: LanguageClient = new LanguageClient(
    'apiResponse',
    'API Response',
    {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6019'] } },
    },
    clientOptions(context, outputChannel, { importedCatalog: importedCatalogPath(context) }, () => client),
  );
  return client;
}
