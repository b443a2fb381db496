import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './startServer';
import { stdioConnection } from './stdio';

const connection = process.argv.includes('--stdio') ? stdioConnection() : createConnection(ProposedFeatures.all);

// eslint-disable-next-line @typescript-eslint/no-require-imports -- must load synchronously, but later
startServer(connection, () => require('./nodeServer') as typeof import('./nodeServer'));
