import {
  ErrorCodes,
  ResponseError,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { version } from '../data/version';
import { registerLifecycle } from './lifecycle';
import { serverCapabilities } from './session/capabilities';

/** The module that serves a client, which takes time to load. */
export interface ServerModule {
  readonly serve: (connection: Connection, params: InitializeParams) => void;
}

/**
 * Answers the initialize request, and listens. The rest of the server is loaded while the client reads the answer, and
 * before its next message is handled, so `load` must be synchronous.
 */
export function startServer(connection: Connection, load: () => ServerModule): void {
  const early = connection.onRequest(
    () => new ResponseError(ErrorCodes.ServerNotInitialized, 'The server has not been initialized.'),
  );
  registerLifecycle(connection);
  connection.onInitialize((params): InitializeResult => {
    setImmediate(() => {
      early.dispose();
      load().serve(connection, params);
    });
    return {
      serverInfo: { name: 'api-response-language-server', version },
      capabilities: serverCapabilities(params.capabilities),
    };
  });
  connection.listen();
}
