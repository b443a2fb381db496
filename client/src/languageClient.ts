import { window, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind, type LanguageClientOptions } from 'vscode-languageclient/node';
import { languageIds } from '../../server/src/lsp/protocol';

/** The client of our own language server, which runs as a child process and talks over IPC. */
export function createClient(context: ExtensionContext): LanguageClient {
  const module = context.asAbsolutePath('dist/server.js');
  const options: LanguageClientOptions = {
    documentSelector: languageIds.map((language) => ({ language })),
    outputChannel: window.createOutputChannel('API Response', { log: true }),
  };
  return new LanguageClient(
    'apiResponse',
    'API Response',
    {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6019'] } },
    },
    options,
  );
}
