import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import type { Connection, InitializeParams } from 'vscode-languageserver';
import { builtinLocalizer, builtinPath, readBuiltinFiles } from '../data/builtinData';
import { sdkAccess } from '../sdk/access';
import { serve as serveWith } from './server';
import { catalogAccess } from './session/catalogAccess';

/** Serves a client with what there is under Node. */
export function serve(connection: Connection, params: InitializeParams): void {
  serveWith(connection, params, {
    builtinFiles: readBuiltinFiles,
    localizer: builtinLocalizer,
    // The page is installed with the product, so that it opens offline.
    rulesPage: pathToFileURL(builtinPath('docs/rules.md')).href,
    newRequestId: randomUUID,
    catalogAccess,
    sdkAccess,
  });
}
