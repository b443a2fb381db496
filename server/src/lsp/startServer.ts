import {
  ErrorCodes,
  ResponseError,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { version } from '../data/version';
import { registerLifecycle } from './lifecycle';
import type { MessageGate } from './messageGate';
import { serverCapabilities } from './session/capabilities';

/** The module that serves a client, which takes time to load. */
export interface ServerModule {
  readonly serve: (connection: Connection, params: InitializeParams) => void | Promise<void>;
}

/**
 * Answers the initialize request, and listens. The rest of the server is loaded while the client reads the answer, and
 * before its next message is handled, for which `gate` waits.
 */
export function startServer(connection: Connection, gate: MessageGate, load: () => ServerModule): void {
  const early = connection.onRequest(
    () => new ResponseError(ErrorCodes.ServerNotInitialized, 'The server has not been initialized.'),
  );
  const serve = async (params: InitializeParams): Promise<void> => {
    try {
      early.dispose();
      await load().serve(connection, params);
    } finally {
      gate.open();
    }
  };
  registerLifecycle(connection);
  connection.onInitialize((params): InitializeResult => {
    gate.close();
    setTimeout(() => void serve(params), 0);
    return {
      serverInfo: { name: 'api-response-language-server', version },
      capabilities: serverCapabilities(params.capabilities),
    };
  });
  connection.listen();
}
