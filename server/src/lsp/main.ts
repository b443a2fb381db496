import { createConnection } from 'vscode-languageserver/node';
import { features } from './connectionFeatures';
import { lifecycle } from './lifecycle';
import { MessageGate } from './messageGate';
import { startServer } from './startServer';
import { stdioConnection } from './stdio';

const gate = new MessageGate(lifecycle());
const options = { messageStrategy: gate };
const connection = process.argv.includes('--stdio') ? stdioConnection(options) : createConnection(features, options);

// eslint-disable-next-line @typescript-eslint/no-require-imports -- must load later, but is in the same bundle
startServer(connection, gate, () => require('./nodeServer') as typeof import('./nodeServer'));
