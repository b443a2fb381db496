import {
  CodeLensRefreshRequest,
  DiagnosticRefreshRequest,
  DocumentSymbolRequest,
  InlayHintRefreshRequest,
  type ClientCapabilities,
  type Connection,
  type Disposable,
} from 'vscode-languageserver';
import { canPull, canRegisterSymbols } from './capabilities';

/** Refreshes what the client shows after settings or catalogs changed. */
export class Refresh {
  /** The requests that the client understands. */
  private readonly requests: readonly { readonly method: string }[];
  private readonly canRegisterSymbols: boolean;
  private symbols: Promise<Disposable | undefined> = Promise.resolve(undefined);
  private readonly callbacks: (() => void)[] = [];

  constructor(
    private readonly connection: Connection,
    capabilities: ClientCapabilities,
  ) {
    const { workspace } = capabilities;
    this.requests = [
      ...(workspace?.codeLens?.refreshSupport ? [CodeLensRefreshRequest.type] : []),
      ...(workspace?.inlayHint?.refreshSupport ? [InlayHintRefreshRequest.type] : []),
      ...(canPull(capabilities) && workspace?.diagnostics?.refreshSupport ? [DiagnosticRefreshRequest.type] : []),
    ];
    this.canRegisterSymbols = canRegisterSymbols(capabilities);
  }

  /** Calls back on each refresh, for what is pushed to the client. */
  onRefresh(callback: () => void): void {
    this.callbacks.push(callback);
  }

  now(): void {
    for (const { method } of this.requests) {
      this.connection
        .sendRequest(method)
        .catch(() => this.connection.console.error(`${method}: the client rejected the refresh.`));
    }
    this.registerSymbols();
    this.callbacks.forEach((callback) => callback());
  }

  /**
   * Editors cache the symbols of a version, and the protocol has no refresh request for them: registering again helps.
   */
  registerSymbols(): void {
    if (this.canRegisterSymbols) {
      this.symbols = this.symbols
        .then((registered) => {
          registered?.dispose();
          return this.connection.client.register(DocumentSymbolRequest.type, { documentSelector: null });
        })
        .catch(() => {
          this.connection.console.error('symbols: the client rejected the registration.');
          return undefined;
        });
    }
  }
}
