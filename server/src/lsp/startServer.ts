import {
  ErrorCodes,
  ResponseError,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { version } from '../data/version';
import { serverCapabilities } from './session/capabilities';

/** What answers a client, once it is loaded. */
export interface Serving {
  readonly serve: (connection: Connection, params: InitializeParams) => void;
}

/**
 * Answers a client that starts the server, and listens. Whatever takes time to load is loaded while the client reads the
 * answer, and before its next message is looked at: so `load` must not wait for anything.
 */
export function startServer(connection: Connection, load: () => Serving): void {
  const early = connection.onRequest(
    () => new ResponseError(ErrorCodes.ServerNotInitialized, 'The server has not been initialized.'),
  );
  let isServing = false;
  connection.onInitialize((params): InitializeResult => {
    setImmediate(() => {
      if (!isServing) {
        isServing = true;
        early.dispose();
        load().serve(connection, params);
      }
    });
    return {
      serverInfo: { name: 'api-response-language-server', version },
      capabilities: serverCapabilities(params.capabilities),
    };
  });
  connection.listen();
}
