import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
  type CancellationToken,
  type ClientCapabilities,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type TextDocumentContentChangeEvent,
  type WorkspaceFolder,
} from 'vscode-languageserver/node';
import { inTime } from './deadline';

const root = join(__dirname, '..', '..', '..');

/** The bundle that users get. */
export const serverModule = join(root, 'dist', 'server.js');

/** A client that pulls diagnostics. */
export const pulling: ClientCapabilities = { textDocument: { diagnostic: {} } };

/** A client that diagnostics are pushed to. */
export const notPulling: ClientCapabilities = {};

export interface StartOptions {
  readonly transport?: 'stdio' | 'ipc';
  /** The program to start, with stdio, in place of the bundle. */
  readonly program?: string;
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** The language of the editor. */
  readonly locale?: string;
  readonly workspaceFolders?: WorkspaceFolder[];
  /** The folder of a client that does not know workspace folders. */
  readonly rootUri?: string;
  /** The folder of a client that does not even know that. */
  readonly rootPath?: string;
  readonly processId?: number | null;
  /** Additional environment variables. */
  readonly env?: Readonly<Record<string, string>>;
  /** Returns the section `apiResponse` for a document, or a promise of it. Enables `workspace/configuration`. */
  readonly settingsOf?: (uri: string) => unknown;
}

/** A language server in a process of its own, as an editor sees it. */
export class LanguageServer {
  /** All published diagnostics, in the order of arrival. */
  readonly published: PublishDiagnosticsParams[] = [];
  /** The exit code, or null if a signal ended the process. */
  readonly exited: Promise<number | null>;
  private readonly arrivals = new Set<() => void>();
  private readonly versions = new Map<string, number>();
  private stderr = '';

  private constructor(
    private readonly child: ChildProcess,
    readonly connection: ProtocolConnection,
    readonly initialized: InitializeResult,
  ) {
    this.exited = exitOf(child);
    child.stderr?.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      [...this.arrivals].forEach((arrived) => arrived());
    });
  }

  /** Starts and initializes a server. */
  static async start(options: StartOptions = {}): Promise<LanguageServer> {
    const child = startProcess(options);
    unref(child);
    const connection = connect(child);
    const { settingsOf } = options;
    if (settingsOf) {
      connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri: string; section: string }[] }) =>
        Promise.all(items.map(({ scopeUri, section }) => (section === 'apiResponse' ? settingsOf(scopeUri) : null))),
      );
    }
    connection.listen();
    const params = {
      processId: options.processId === undefined ? process.pid : options.processId,
      // Clients that only have a root leave the folders out, and those that only have a path the URI.
      ...(options.rootPath === undefined ? { rootUri: options.rootUri ?? null } : { rootPath: options.rootPath }),
      ...((options.rootUri ?? options.rootPath) === undefined
        ? { workspaceFolders: options.workspaceFolders ?? null }
        : {}),
      capabilities: withConfiguration(options.capabilities ?? pulling, settingsOf !== undefined),
      initializationOptions: options.initializationOptions,
      ...(options.locale === undefined ? {} : { locale: options.locale }),
    };
    const result = await inTime('initialize', connection.sendRequest<InitializeResult>('initialize', params));
    const server = new LanguageServer(child, connection, result);
    await connection.sendNotification('initialized', {});
    return server;
  }

  async open(uri: string, text: string, languageId = 'json'): Promise<void> {
    this.versions.set(uri, 1);
    await this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Applies edits as one new version, which is returned. An edit without a range replaces the whole text. */
  async change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<number> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    await this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    return version;
  }

  async close(uri: string): Promise<void> {
    await this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.request('textDocument/hover', { textDocument: { uri }, position });
  }

  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
    if (report.kind !== 'full') {
      throw new Error('Unchanged report without a previous one.');
    }
    return report.items;
  }

  /** Waits for the diagnostics of a version of a document; without a version, of its close. `from` skips older ones. */
  publishedFor(uri: string, version?: number, from = 0): Promise<Diagnostic[]> {
    const found = new Promise<Diagnostic[]>((resolve) => {
      const look = (): void => {
        const params = this.published.slice(from).find((each) => each.uri === uri && each.version === version);
        if (params) {
          this.arrivals.delete(look);
          resolve(params.diagnostics);
        }
      };
      this.arrivals.add(look);
      look();
    });
    return this.inTime(`diagnostics of ${uri}, version ${version ?? 'none'}`, found);
  }

  request<R>(method: string, params?: unknown, token?: CancellationToken): Promise<R> {
    return this.inTime(method, this.send<R>(method, params, token));
  }

  notify(method: string, params?: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  /** Shuts the server down as in the protocol; returns its exit code. */
  async stop(): Promise<number | null> {
    await this.request('shutdown');
    await this.notify('exit');
    return this.waitForExit();
  }

  /** Waits until the server's process is gone; returns its exit code. */
  async waitForExit(): Promise<number | null> {
    const code = await this.inTime('the exit of the server', this.exited);
    this.connection.dispose();
    return code;
  }

  /** Closes the server's standard input, like a client that dies. */
  closeInput(): void {
    this.child.stdin?.end();
  }

  private send<R>(method: string, params: unknown, token: CancellationToken | undefined): Promise<R> {
    if (token) {
      return this.connection.sendRequest(method, params, token);
    }
    return params === undefined ? this.connection.sendRequest(method) : this.connection.sendRequest(method, params);
  }

  private inTime<T>(what: string, promise: Promise<T>): Promise<T> {
    return inTime(what, promise, () => this.stderr);
  }
}

function startProcess({ transport, program, env: variables }: StartOptions): ChildProcess {
  const env = { ...process.env, ...variables };
  if (transport === 'ipc') {
    return fork(serverModule, ['--node-ipc'], { execArgv: [], silent: true, env });
  }
  if (program === undefined) {
    return spawn(process.execPath, [serverModule, '--stdio'], { stdio: 'pipe', env });
  }
  // On Windows npm installs programs as scripts, which need a shell.
  const shell = process.platform === 'win32';
  return spawn(shell ? `"${program}"` : program, ['--stdio'], { stdio: 'pipe', env, shell });
}

/** A server left running by a failed test must not keep the test process alive. */
function unref(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
  [child.stdin, child.stdout, child.stderr].forEach((stream) => (stream as Socket | null)?.unref());
}

function connect(child: ChildProcess): ProtocolConnection {
  if (child.connected) {
    return createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
  }
  if (!child.stdout || !child.stdin) {
    throw new Error('The server has no standard streams.');
  }
  return createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

function withConfiguration(capabilities: ClientCapabilities, configuration: boolean): ClientCapabilities {
  return configuration ? { ...capabilities, workspace: { ...capabilities.workspace, configuration } } : capabilities;
}
