import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import type { Connection, InitializeParams } from 'vscode-languageserver';
import { builtinLocalizer, builtinNames, builtinPath, readBuiltinFiles } from '../data/builtinData';
import { sdkAccess } from '../sdk/access';
import { serve as serveWith } from './server';
import { catalogAccess } from './session/catalogAccess';
import { projectFileAccess } from './session/projectFileAccess';

/** Serves a client on Node, with access to the file system. */
export function serve(connection: Connection, params: InitializeParams): void {
  serveWith(connection, params, {
    builtinFiles: readBuiltinFiles,
    builtinNames,
    localizer: builtinLocalizer,
    // The installed copy opens offline.
    rulesPage: pathToFileURL(builtinPath('docs/rules.md')).href,
    newRequestId: randomUUID,
    catalogAccess,
    projectFiles: projectFileAccess,
    sdkAccess,
  });
}
