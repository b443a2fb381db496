import { createConnection } from 'vscode-languageserver/node';
import { features } from './connectionFeatures';
import { lifecycle } from './lifecycle';
import { startServer } from './startServer';
import { stdioConnection } from './stdio';

const options = { messageStrategy: lifecycle() };
const connection = process.argv.includes('--stdio') ? stdioConnection(options) : createConnection(features, options);

// eslint-disable-next-line @typescript-eslint/no-require-imports -- must load synchronously, but later
startServer(connection, () => require('./nodeServer') as typeof import('./nodeServer'));
