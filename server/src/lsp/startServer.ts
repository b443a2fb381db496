import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import { version } from '../version';
import { serverCapabilities } from './capabilities';

/** What answers a client, once it is loaded. */
export interface Serving {
  readonly serve: (connection: Connection, params: InitializeParams) => void;
}

/**
 * Answers a client that starts the server, and listens. What takes time to load is loaded while the client reads the
 * answer: half of a start is spent on it. `load` must not wait for anything but promises, so that it is done before the
 * next message is looked at.
 */
export function startServer(connection: Connection, load: () => Promise<Serving>): void {
  let serving: Promise<void> | undefined;
  connection.onInitialize((params): InitializeResult => {
    setImmediate(() => {
      serving ??= load().then(({ serve }) => serve(connection, params));
    });
    return {
      serverInfo: { name: 'api-response-language-server', version },
      capabilities: serverCapabilities(params.capabilities),
    };
  });
  connection.listen();
}
