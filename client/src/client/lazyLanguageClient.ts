import {
  window,
  workspace,
  Disposable,
  EventEmitter,
  FileType,
  Range,
  Uri,
  type CancellationToken,
  type Diagnostic,
  type ExtensionContext,
  type LogOutputChannel,
  type TextDocument,
  type TextDocumentContentChangeEvent,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Diagnostic as ProtocolDiagnostic } from 'vscode-languageserver-types';
import { readFileRequest, refreshNotification, type ReadFileParams } from '../../../server/src/lsp/protocol';
import { isRead, isSourceRead } from './readDocuments';
import { readForServer } from './readForServer';
import type { requestWithProgress } from './requestWithProgress';

/** What only the server needs: the exports of `dist/languageClient.js`, and part of the bundle in a browser. */
export interface LanguageClientModule {
  readonly createLanguageClient: (context: ExtensionContext, output: LogOutputChannel) => BaseLanguageClient;
  readonly requestWithProgress: typeof requestWithProgress;
}

/**
 * The language client. The first supported document or the first request loads it and starts the server, so that a
 * window with neither pays for nothing.
 */
export class LazyLanguageClient implements Disposable {
  readonly output: LogOutputChannel = window.createOutputChannel('API Response', { log: true });
  private readonly refreshes = new EventEmitter<void>();
  /** The answers of the server may have changed. */
  readonly onDidRefresh = this.refreshes.event;
  private client: Promise<BaseLanguageClient> | undefined;
  private readonly subscriptions: Disposable;

  constructor(
    private readonly context: ExtensionContext,
    private readonly loadModule: () => Promise<LanguageClientModule>,
  ) {
    this.subscriptions = Disposable.from(
      this.output,
      this.refreshes,
      workspace.onDidOpenTextDocument((document) => this.startFor(document)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) =>
        this.startFor(document, () => changedLines(document, contentChanges)),
      ),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('apiResponse.sourceCode')) {
          this.startForAll();
        }
      }),
      workspace.onDidGrantWorkspaceTrust(() => this.askForSettingsAgain()),
    );
    this.startForAll();
  }

  /** Whether a document is searched for responses. */
  reads(document: TextDocument): boolean {
    return isRead(document, this.context);
  }

  async sendRequest<Result>(method: string, params?: unknown, token?: CancellationToken): Promise<Result> {
    const client = await this.getClient();
    return params === undefined
      ? client.sendRequest<Result>(method)
      : client.sendRequest<Result>(method, params, token);
  }

  /** Sends a request that reports its progress, in percent. Undefined if it was cancelled. */
  async sendRequestWithProgress<Result>(
    method: string,
    params: object,
    token: CancellationToken,
    onProgress: (message: string | undefined, percentage: number) => void,
  ): Promise<Result | undefined> {
    const client = await this.getClient();
    const { requestWithProgress } = await this.loadModule();
    try {
      return await requestWithProgress<Result>(client, { method, params }, token, ({ message, percentage = 0 }) =>
        onProgress(message, percentage),
      );
    } catch (error) {
      if (token.isCancellationRequested) {
        return undefined;
      }
      throw error;
    }
  }

  async sendNotification(method: string, params: unknown): Promise<void> {
    const client = await this.getClient();
    await client.sendNotification(method, params);
  }

  async restart(): Promise<void> {
    const client = await this.getClient();
    // A server that does not answer is ended all the same.
    await client.stop().catch(() => undefined);
    await client.start();
  }

  /** Converts diagnostics of the protocol to those of VS Code. */
  async asDiagnostics(diagnostics: ProtocolDiagnostic[]): Promise<Diagnostic[]> {
    const client = await this.getClient();
    return client.protocol2CodeConverter.asDiagnostics(diagnostics);
  }

  dispose(): void {
    this.subscriptions.dispose();
    void this.client?.then((client) => client.dispose());
  }

  private readFile(uri: Uri): Promise<string | null> {
    const folders = (workspace.workspaceFolders ?? []).map((folder) => folder.uri);
    const { extensionUri: extension } = this.context;
    return readForServer(uri, { fs: workspace.fs, types: FileType, extension, folders });
  }

  private startForAll(): void {
    workspace.textDocuments.forEach((document) => this.startFor(document));
  }

  /** Starts the server if it is needed for a document. `text`: what is new in it. */
  private startFor(document: TextDocument, text = (): string => document.getText()): void {
    if (!this.client && (this.reads(document) || isSourceRead(document, text, this.context))) {
      // Not during activation, so that other extensions that the document activates need not wait.
      setTimeout(() => {
        this.getClient().catch((error: unknown) => this.output.error('Failed to load the language client.', error));
      }, 0);
    }
  }

  /** Has the server ask for settings again: only they say whether the workspace is trusted. */
  private askForSettingsAgain(): void {
    this.client
      ?.then((client) => client.sendNotification('workspace/didChangeConfiguration', { settings: null }))
      .catch((error: unknown) => this.output.error('Failed to tell the server that the workspace is trusted.', error));
  }

  /** Loads and starts the client on the first call. Does not wait for the server: the client queues requests itself. */
  private getClient(): Promise<BaseLanguageClient> {
    this.client ??= this.loadModule().then(({ createLanguageClient }) => {
      const client = createLanguageClient(this.context, this.output);
      client.onNotification(refreshNotification, () => this.refreshes.fire());
      client.onRequest(readFileRequest, ({ uri }: ReadFileParams) => this.readFile(Uri.parse(uri)));
      // The client shows an error message if it cannot start.
      client.start().catch(() => undefined);
      return client;
    });
    return this.client;
  }
}

/** The lines that changes have touched. An import is on one line, so no others need to be looked at. */
function changedLines(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[]): string {
  const lines = changes.map(({ range: { start }, text }) =>
    document.getText(new Range(start.line, 0, start.line + text.split('\n').length, 0)),
  );
  return lines.join('\n');
}
