import type { Connection, TextDocuments } from 'vscode-languageserver';
import { uriKey } from './uriKey';

/** Where the library gets the messages about open documents from. */
type Messages = Parameters<TextDocuments<{ uri: string }>['listen']>[0];

/** The spelling with which each open document was opened. It stays the name of the document until it is closed. */
export class Spellings {
  private readonly opened = new Map<string, string>();

  /** How a document was opened, or the same URI if it is not open. */
  of(uri: string): string {
    return this.opened.get(uriKey(uri)) ?? uri;
  }

  /** The messages of a client about its documents, each with the name of the document. */
  messages(connection: Connection): Messages {
    return {
      onDidOpenTextDocument: (handle) =>
        connection.onDidOpenTextDocument((params) => {
          const named = this.named(params);
          this.opened.set(uriKey(named.textDocument.uri), named.textDocument.uri);
          return handle(named);
        }),
      onDidChangeTextDocument: (handle) => connection.onDidChangeTextDocument((params) => handle(this.named(params))),
      onDidCloseTextDocument: (handle) =>
        connection.onDidCloseTextDocument((params) => {
          const named = this.named(params);
          this.opened.delete(uriKey(named.textDocument.uri));
          return handle(named);
        }),
      onWillSaveTextDocument: (handle) => connection.onWillSaveTextDocument(handle),
      onWillSaveTextDocumentWaitUntil: (handle) => connection.onWillSaveTextDocumentWaitUntil(handle),
      onDidSaveTextDocument: (handle) => connection.onDidSaveTextDocument((params) => handle(this.named(params))),
    };
  }

  private named<T extends { readonly textDocument: { readonly uri: string } }>(params: T): T {
    return { ...params, textDocument: { ...params.textDocument, uri: this.of(params.textDocument.uri) } };
  }
}
