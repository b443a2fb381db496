import {
  CodeActionKind,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type ServerCapabilities,
} from 'vscode-languageserver';

/** The encodings that positions can be in. The first needs no conversion. */
const encodings = ['utf-16', 'utf-8', 'utf-32'] as const;

/** The capabilities of the server. Does not use the service, which is loaded only after this answer. */
export function serverCapabilities(client: ClientCapabilities): ServerCapabilities {
  const { codeAction } = client.textDocument ?? {};
  return {
    positionEncoding: positionEncodingOf(client),
    textDocumentSync: TextDocumentSyncKind.Incremental,
    hoverProvider: true,
    codeLensProvider: {},
    inlayHintProvider: true,
    // A quote begins a name or a string, a colon a value; after a dot a code goes on.
    completionProvider: { triggerCharacters: ['"', ':', "'", '.'], resolveProvider: true },
    // Without literal support a client accepts commands only. The second kind is `fixAllKind` of the service.
    ...(codeAction?.codeActionLiteralSupport
      ? { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, 'source.fixAll.apiResponse'] } }
      : {}),
    ...(supportsSymbols(client) && !canRegisterSymbols(client) ? { documentSymbolProvider: true } : {}),
    ...(canPull(client) ? { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } } : {}),
    ...(hasFolders(client) ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } } : {}),
  };
}

/** How positions count characters: in UTF-16, unless the client offers other encodings and not this one. */
export function positionEncodingOf({ general }: ClientCapabilities): (typeof encodings)[number] {
  const offered = general?.positionEncodings ?? [];
  return encodings.find((encoding) => offered.includes(encoding)) ?? 'utf-16';
}

/** Whether the client pulls diagnostics; otherwise they are pushed. */
export function canPull({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.diagnostic !== undefined;
}

/** Whether the client reports changes of the workspace folders. */
export function hasFolders({ workspace }: ClientCapabilities): boolean {
  return workspace?.workspaceFolders === true;
}

/** Whether the client supports dynamic registration of symbols. */
export function canRegisterSymbols(client: ClientCapabilities): boolean {
  return supportsSymbols(client) && client.textDocument?.documentSymbol?.dynamicRegistration === true;
}

/** Older clients only understand `SymbolInformation`. */
function supportsSymbols({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
}
