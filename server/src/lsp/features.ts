import {
  CodeLensRefreshRequest,
  DocumentSymbolRequest,
  InlayHintRefreshRequest,
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  type Disposable,
} from 'vscode-languageserver';
import { codeLenses, completion, completionHelp, documentSymbols, inlayHints, type LensCommands } from '../service';
import { canRegisterSymbols } from './capabilities';
import type { Knowledge } from './diagnostics';
import type { Documents, OpenDocument } from './documents';
import { copyPolicyCommand, copyTicketCommand, explainCommand } from './protocol';
import { safely } from './safely';

/** Languages whose documents editors outline themselves. */
const outlinedElsewhere: ReadonlySet<string> = new Set(['json', 'jsonc', 'api-response']);

const clientCommands: LensCommands = {
  explain: explainCommand,
  copyTicket: copyTicketCommand,
  copyPolicy: copyPolicyCommand,
};

/** Answers what an editor shows in and beside a document, or offers there: code lenses, hints, symbols, completion. */
export class Features {
  private readonly commands: LensCommands | undefined;
  /** What the client lets itself be asked to ask for again. */
  private readonly refreshes: readonly { readonly method: string }[];
  private readonly snippets: boolean;
  private readonly canRegisterSymbols: boolean;
  private symbols: Promise<Disposable | undefined> = Promise.resolve(undefined);

  constructor(
    private readonly connection: Connection,
    private readonly documents: Documents,
    private readonly knowledge: Knowledge,
    client: ClientCapabilities,
    initializationOptions: unknown,
  ) {
    const { textDocument, workspace } = client;
    this.commands = hasCommands(initializationOptions) ? clientCommands : undefined;
    this.snippets = textDocument?.completion?.completionItem?.snippetSupport === true;
    this.refreshes = [
      ...(workspace?.codeLens?.refreshSupport ? [CodeLensRefreshRequest.type] : []),
      ...(workspace?.inlayHint?.refreshSupport ? [InlayHintRefreshRequest.type] : []),
    ];
    this.canRegisterSymbols = canRegisterSymbols(client);
    this.listen();
    this.listenToCompletion();
  }

  initialized(): void {
    this.registerSymbols();
  }

  /** Has the client ask again, since settings have changed. */
  refresh(): void {
    for (const { method } of this.refreshes) {
      this.connection
        .sendRequest(method)
        .catch(() => this.connection.console.error(`${method}: the client refused to refresh.`));
    }
    this.registerSymbols();
  }

  /**
   * Editors keep the symbols of a version, and the protocol has no request to refresh them: a registration that is
   * renewed has them ask again.
   */
  private registerSymbols(): void {
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

  private listen(): void {
    const { connection } = this;
    const { catalog } = this.knowledge;
    connection.onCodeLens(({ textDocument }, token) =>
      this.answer('code lenses', [], textDocument.uri, token, ({ document, parts, configuration }) =>
        configuration.codeLens ? codeLenses(document, parts, catalog(), configuration, this.commands) : [],
      ),
    );
    connection.languages.inlayHint.on(({ textDocument, range }, token) =>
      this.answer('inlay hints', [], textDocument.uri, token, ({ document, parts, configuration }) => {
        const offset = document.offsetAt(range.start);
        const span = { offset, length: document.offsetAt(range.end) - offset };
        return configuration.inlayHints ? inlayHints(document, parts, span, catalog(), configuration) : [];
      }),
    );
    connection.onDocumentSymbol(({ textDocument }, token) =>
      this.answer('symbols', [], textDocument.uri, token, ({ document, parts, configuration }) =>
        configuration.symbols && !outlinedElsewhere.has(document.languageId) ? documentSymbols(document, parts) : [],
      ),
    );
  }

  private listenToCompletion(): void {
    const { connection } = this;
    const { catalog, newRequestId } = this.knowledge;
    connection.onCompletion(({ textDocument, position }, token) =>
      this.answer('completion', [], textDocument.uri, token, ({ document, parts, configuration, options }) => {
        const { languageId } = document;
        const context = { languageId, declared: options.declared, snippets: this.snippets, newRequestId };
        const offset = document.offsetAt(position);
        return configuration.completion ? completion(document, parts, offset, catalog(), configuration, context) : [];
      }),
    );
    connection.onCompletionResolve((item, token) =>
      safely(
        connection.console,
        'completion item',
        item,
        () => {
          const documentation = completionHelp(catalog(), item.data);
          return documentation ? { ...item, documentation } : item;
        },
        token,
      ),
    );
  }

  /** What a feature says of a document; `fallback` where that is not open. */
  private answer<T>(
    feature: string,
    fallback: T,
    uri: string,
    token: CancellationToken,
    run: (open: OpenDocument) => T,
  ): Promise<T> {
    return safely(
      this.connection.console,
      feature,
      fallback,
      async () => {
        const open = await this.documents.read(uri);
        return open ? run(open) : fallback;
      },
      token,
    );
  }
}

/** Whether the client says that it has the commands of lenses. */
function hasCommands(options: unknown): boolean {
  return typeof options === 'object' && options !== null && 'commands' in options && options.commands === true;
}
