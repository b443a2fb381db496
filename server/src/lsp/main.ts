#!/usr/bin/env node
import { createConnection } from 'vscode-languageserver/node';
import { version } from '../data/version';
import { features } from './connectionFeatures';
import { lifecycle } from './lifecycle';
import { MessageGate } from './messageGate';
import { startServer } from './startServer';
import { stdioConnection } from './stdio';
import { namesTransport, usage } from './usage';

/** Serves a client over the transport that the arguments name, or says which there are. */
function run(args: readonly string[]): void {
  if (args.includes('--help') || args.includes('-h')) {
    end(process.stdout, usage, 0);
  } else if (args.includes('--version')) {
    end(process.stdout, `${version}\n`, 0);
  } else if (namesTransport(args)) {
    const gate = new MessageGate(lifecycle());
    const options = { messageStrategy: gate };
    const connection = args.includes('--stdio') ? stdioConnection(options) : createConnection(features, options);
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- must load later, but is in the same bundle
    startServer(connection, gate, () => require('./nodeServer') as typeof import('./nodeServer'));
  } else {
    end(process.stderr, usage, 2);
  }
}

/** Prints a text and exits, though the library may have begun to watch the client's process. */
function end(stream: NodeJS.WriteStream, text: string, code: number): void {
  stream.write(text, () => process.exit(code));
}

run(process.argv.slice(2));
