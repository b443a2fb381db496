import type { ClientCapabilities } from 'vscode-languageserver';

/** What a client said of itself when it started the server. */
export interface Client {
  readonly capabilities: ClientCapabilities;
  readonly initializationOptions: unknown;
}
