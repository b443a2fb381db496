import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type PublishDiagnosticsParams,
  type ProtocolConnection,
  type RegistrationParams,
} from 'vscode-languageserver/node';
import { builtinLocalizer, builtinNames, readBuiltinFiles } from '../../server/src/data/builtinData';
import { serve, type Environment } from '../../server/src/lsp/server';
import { serverCapabilities } from '../../server/src/lsp/session/capabilities';
import { inTime } from './deadline';

/** What the client of a server in this process says, and what the server is given. */
export interface InProcessOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** URIs. */
  readonly folders?: readonly string[];
  readonly environment?: Partial<Environment>;
  /** The section `apiResponse` for a document. */
  readonly settingsOf?: (uri: string) => unknown;
}

/** A language server in this process, with made-up surroundings, as a client sees it that pulls diagnostics. */
export class ServerInProcess {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly registrations: unknown[] = [];

  private constructor(readonly client: ProtocolConnection) {}

  static async start(options: InProcessOptions = {}): Promise<ServerInProcess> {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    const connection = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
    connection.onInitialize((params) => {
      setImmediate(() => serve(connection, params, { ...surroundings, ...options.environment }));
      return { capabilities: serverCapabilities(params.capabilities) };
    });
    connection.listen();
    const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    const server = new ServerInProcess(client);
    await server.initialize(options);
    return server;
  }

  open(uri: string, text: string, languageId = 'json'): Promise<void> {
    return this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
    return report.kind === 'full' ? report.items : [];
  }

  request<R>(method: string, params?: unknown): Promise<R> {
    return inTime(method, this.client.sendRequest<R>(method, params));
  }

  notify(method: string, params?: unknown): Promise<void> {
    return this.client.sendNotification(method, params);
  }

  dispose(): void {
    this.client.dispose();
  }

  private async initialize({
    capabilities,
    folders,
    initializationOptions,
    settingsOf,
  }: InProcessOptions): Promise<void> {
    const { client } = this;
    client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
    });
    client.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      this.registrations.push(...registrations.map(({ registerOptions }) => registerOptions as unknown));
      return null;
    });
    client.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
      items.map(({ scopeUri = '' }) => settingsOf?.(scopeUri)),
    );
    client.listen();
    await this.request('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: (folders ?? []).map((uri) => ({ uri, name: '' })),
      capabilities: {
        textDocument: { diagnostic: {} },
        ...capabilities,
        workspace: { configuration: settingsOf !== undefined, ...capabilities?.workspace },
      },
      initializationOptions,
    });
    await this.notify('initialized', {});
  }
}

const surroundings: Environment = {
  builtinFiles: readBuiltinFiles,
  builtinNames,
  localizer: builtinLocalizer,
  rulesPage: 'file:///rules.md',
  newRequestId: () => 'made-up',
  catalogAccess: { places: () => [], open: () => Promise.resolve(undefined), readNow: () => undefined },
  projectFiles: { read: () => Promise.resolve(undefined) },
};
