import {
  CodeActionKind,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type ServerCapabilities,
} from 'vscode-languageserver';

/** What the server can do for a client. Needs nothing of the service, which is loaded once this has been answered. */
export function serverCapabilities(client: ClientCapabilities): ServerCapabilities {
  const { codeAction } = client.textDocument ?? {};
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: TextDocumentSyncKind.Incremental,
    hoverProvider: true,
    codeLensProvider: {},
    inlayHintProvider: true,
    // With a quote a name or a text begins, with a colon a value.
    completionProvider: { triggerCharacters: ['"', ':'], resolveProvider: true },
    // Clients that do not take code actions know commands only. The second kind is `fixAllKind` of the service.
    ...(codeAction?.codeActionLiteralSupport
      ? { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, 'source.fixAll.apiResponse'] } }
      : {}),
    ...(knowsSymbols(client) && !canRegisterSymbols(client) ? { documentSymbolProvider: true } : {}),
    ...(canPull(client) ? { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } } : {}),
    ...(hasFolders(client) ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } } : {}),
  };
}

/** Whether the client asks for diagnostics; to all others they are pushed. */
export function canPull({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.diagnostic !== undefined;
}

/** Whether the client tells of folders that come and go. */
export function hasFolders({ workspace }: ClientCapabilities): boolean {
  return workspace?.workspaceFolders === true;
}

/** Whether the client lets symbols be registered while it runs. */
export function canRegisterSymbols(client: ClientCapabilities): boolean {
  return knowsSymbols(client) && client.textDocument?.documentSymbol?.dynamicRegistration === true;
}

/** Older clients know symbols of another form. */
function knowsSymbols({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
}
