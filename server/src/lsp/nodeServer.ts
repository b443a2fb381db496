import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Connection, InitializeParams } from 'vscode-languageserver';
import { builtinFiles, builtinStrings } from '../builtin';
import { catalogAccess } from '../catalogFiles';
import { sdkAccess } from '../sdk/access';
import { serve as serveWith } from './serve';

// The bundle is dist/server.js; the page that explains the rules is installed beside it, so that it opens offline.
const rulesPage = pathToFileURL(join(__dirname, '..', 'docs', 'rules.md')).href;

/** Serves a client with what there is under Node. */
export function serve(connection: Connection, params: InitializeParams): void {
  serveWith(connection, params, {
    catalogFiles: builtinFiles,
    catalogs: catalogAccess,
    sdks: sdkAccess,
    strings: builtinStrings,
    rulesPage,
    newRequestId: randomUUID,
  });
}
