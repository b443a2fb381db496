import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { builtinFiles, builtinStrings } from '../builtin';
import { catalogAccess } from '../catalogFiles';
import { sdkAccess } from '../sdk/access';
import { version } from '../version';
import { startServer } from './startServer';
import { stdioConnection } from './stdio';

// The bundle is dist/server.js; the page that explains the rules is installed beside it, so that it opens offline.
const rulesPage = pathToFileURL(join(__dirname, '..', 'docs', 'rules.md')).href;

const connection = process.argv.includes('--stdio') ? stdioConnection() : createConnection(ProposedFeatures.all);

startServer(connection, {
  version,
  catalogFiles: builtinFiles,
  catalogs: catalogAccess,
  sdks: sdkAccess,
  strings: builtinStrings,
  rulesPage,
  newRequestId: randomUUID,
});
