import type { Connection, InitializeParams } from 'vscode-languageserver';
import { LoadedData } from '../data/loadedData';
import { languageOfLocale } from '../service';
import type { ClientOptions } from './protocol';
import { serve as serveWith } from './server';
import { clientCatalogs } from './session/clientCatalogs';
import { clientFiles } from './session/clientFiles';

/** Serves a client from a web worker. All files are read by the client. */
export async function serve(connection: Connection, params: InitializeParams): Promise<void> {
  const { extensionUri = '' } = (params.initializationOptions ?? {}) as ClientOptions;
  const read = clientFiles(connection);
  const data = new LoadedData((path) => read(`${extensionUri}/${path}`));
  await data.load(languageOfLocale(params.locale ?? ''));
  serveWith(connection, params, {
    builtinFiles: (language) => data.files(language),
    builtinNames: () => data.names(),
    localizer: (language) => data.localizer(language),
    loadLanguage: (language) => data.load(language),
    rulesPage: `${extensionUri}/docs/rules.md`,
    newRequestId: () => crypto.randomUUID(),
    catalogAccess: clientCatalogs(read),
    projectFiles: { read },
  });
}
