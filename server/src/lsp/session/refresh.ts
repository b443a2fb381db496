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

/** Has the client ask again for what it shows, once settings or catalogs have changed. */
export class Refresh {
  /** The requests that the client understands. */
  private readonly requests: readonly { readonly method: string }[];
  private readonly canRegisterSymbols: boolean;
  private symbols: Promise<Disposable | undefined> = Promise.resolve(undefined);
  private readonly others: (() => void)[] = [];

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

  /** Calls back at each refresh, for what the client does not ask for. */
  onRefresh(callback: () => void): void {
    this.others.push(callback);
  }

  now(): void {
    for (const { method } of this.requests) {
      this.connection
        .sendRequest(method)
        .catch(() => this.connection.console.error(`${method}: the client refused to refresh.`));
    }
    this.registerSymbols();
    this.others.forEach((callback) => callback());
  }

  /**
   * Editors keep the symbols of a version, and the protocol has no request to refresh them: a registration that is
   * renewed has them ask again.
   */
  registerSymbols(): void {
    if (this.canRegisterSymbols) {
      this.symbols = this.symbols
        .then((registered) => {
          registered?.dispose();
          return this.connection.client.register(DocumentSymbolRequest.type, { documentSelector: null });
        })
        .catch(() => {
          this.connection.console.error('symbols: the client refused to register them.');
          return undefined;
        });
    }
  }
}
