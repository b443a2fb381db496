import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import type { Connection, InitializeParams } from 'vscode-languageserver';
import { builtinLocalizer, builtinNames, builtinPath, readBuiltinFiles } from '../data/builtinData';
import { sdkAccess } from '../sdk/access';
import type { ClientOptions } from './protocol';
import { serve as serveWith } from './server';
import { clientFiles } from './session/clientFiles';
import { diskCatalogs } from './session/diskCatalogs';
import { diskProjectFiles } from './session/diskProjectFiles';

/** Serves a client on Node, with access to the file system. */
export function serve(connection: Connection, params: InitializeParams): void {
  const { readFile } = (params.initializationOptions ?? {}) as ClientOptions;
  const read = readFile === true ? clientFiles(connection) : undefined;
  serveWith(connection, params, {
    builtinFiles: readBuiltinFiles,
    builtinNames,
    localizer: builtinLocalizer,
    // The installed copy opens offline.
    rulesPage: pathToFileURL(builtinPath('docs/rules.md')).href,
    newRequestId: randomUUID,
    catalogAccess: diskCatalogs(read),
    projectFiles: diskProjectFiles(read),
    sdkAccess,
  });
}
