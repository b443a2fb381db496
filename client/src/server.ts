import {
  languages,
  window,
  workspace,
  Disposable,
  type CancellationToken,
  type Diagnostic,
  type ExtensionContext,
  type LogOutputChannel,
  type TextDocument,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Diagnostic as ProtocolDiagnostic } from 'vscode-languageserver-types';
import { documentSelector } from './documentSelector';

/**
 * Our language server. The first of our documents, or the first question, loads its client and starts it: a window that
 * has neither pays for nothing.
 */
export class Server implements Disposable {
  readonly output: LogOutputChannel = window.createOutputChannel('API Response', { log: true });
  private client: Promise<LanguageClient> | undefined;
  private readonly subscriptions: Disposable;

  constructor(private readonly context: ExtensionContext) {
    const opened = workspace.onDidOpenTextDocument((document) => this.startFor(document));
    this.subscriptions = Disposable.from(opened, this.output);
    workspace.textDocuments.forEach((document) => this.startFor(document));
  }

  /** Asks the server; rejects where it does not answer. */
  async request<Result>(method: string, params?: unknown): Promise<Result> {
    const client = await this.load();
    return params === undefined ? client.sendRequest<Result>(method) : client.sendRequest<Result>(method, params);
  }

  /** The same of what takes a while: `report` is told how far it is, in percent. Undefined where `token` has ended it. */
  async requestWithProgress<Result>(
    method: string,
    params: object,
    token: CancellationToken,
    report: (message: string | undefined, percentage: number) => void,
  ): Promise<Result | undefined> {
    const client = await this.load();
    const { requestWithProgress } = await import('./languageClient.js');
    try {
      return await requestWithProgress<Result>(client, method, params, token, ({ message, percentage = 0 }) =>
        report(message, percentage),
      );
    } catch (error) {
      if (token.isCancellationRequested) {
        return undefined;
      }
      throw error;
    }
  }

  async notify(method: string, params: unknown): Promise<void> {
    const client = await this.load();
    await client.sendNotification(method, params);
  }

  async restart(): Promise<void> {
    const client = await this.load();
    await client.restart();
  }

  /** Findings of the server as VS Code has them. */
  async diagnosticsOf(found: ProtocolDiagnostic[]): Promise<Diagnostic[]> {
    const client = await this.load();
    return client.protocol2CodeConverter.asDiagnostics(found);
  }

  dispose(): void {
    this.subscriptions.dispose();
    void this.client?.then((client) => client.dispose());
  }

  private startFor(document: TextDocument): void {
    if (!this.client && languages.match(documentSelector, document) > 0) {
      // Not while VS Code waits for the activation: whatever else the document has activated comes first.
      setTimeout(() => {
        // The client itself tells the user where the start fails.
        this.load().catch((error: unknown) => this.output.error('The language client could not be loaded.', error));
      }, 0);
    }
  }

  /** The client, which has been told to start. */
  private load(): Promise<LanguageClient> {
    this.client ??= import('./languageClient.js').then(({ createClient, start }) => {
      const client = createClient(this.context, this.output);
      start(client);
      return client;
    });
    return this.client;
  }
}
