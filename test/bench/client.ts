import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A language server to measure. */
export interface BenchServer {
  readonly name: 'ours' | 'peer';
  /** The module that Node runs. */
  readonly module: string;
  /** Sent with `workspace/didChangeConfiguration`. */
  readonly settings: unknown;
}

/** A message as bytes, made before the clock starts. */
export function frame(message: object): Buffer {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  return Buffer.from(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly items?: readonly unknown[] };
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly arrived: (message: Message, at: number) => void;
  readonly failed: (error: Error) => void;
}

/** The result of a request, and the milliseconds from its first byte to the last byte of the answer. */
export interface Timed<T> {
  readonly result: T;
  readonly milliseconds: number;
}

/** A minimal LSP client that parses answers only after the clock was stopped. */
export class BenchClient {
  private readonly started = performance.now();
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly waiting = new Map<number, Waiting>();
  private chunks: Buffer[] = [];
  private received = 0;
  private expected = 0;
  private nextId = 1;
  private stderr = '';

  constructor(private readonly server: BenchServer) {
    this.child = spawn(process.execPath, [server.module, '--stdio']);
    this.child.stdout.on('data', (chunk: Buffer) => this.receive(chunk));
    this.child.stderr.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.child.stdin.on('error', () => undefined);
    this.child.on('exit', () => this.fail());
  }

  /** Initializes the server; returns the milliseconds since its process was started. */
  async initialize(): Promise<number> {
    await this.request('initialize', {
      processId: process.pid,
      rootUri: null,
      initializationOptions: { provideFormatter: true },
      capabilities: {
        workspace: { configuration: true, didChangeConfiguration: {}, diagnostics: { refreshSupport: true } },
        textDocument: {
          diagnostic: { dynamicRegistration: true },
          hover: { contentFormat: ['markdown', 'plaintext'] },
        },
      },
    });
    const milliseconds = performance.now() - this.started;
    this.write(frame({ method: 'initialized', params: {} }));
    this.write(frame({ method: 'workspace/didChangeConfiguration', params: { settings: this.server.settings } }));
    return milliseconds;
  }

  /** Sends notifications and a request in one chunk, like a busy editor. */
  request<T>(method: string, params: unknown, notifications: readonly Buffer[] = []): Promise<Timed<T>> {
    const id = this.nextId++;
    const bytes = Buffer.concat([...notifications, frame({ id, method, params })]);
    return new Promise((resolve, reject) => {
      const start = performance.now();
      this.waiting.set(id, {
        arrived: ({ result, error }, at) => {
          if (error) {
            reject(new Error(`${this.server.name}: ${method}: ${error.message}`));
          } else {
            resolve({ result: result as T, milliseconds: at - start });
          }
        },
        failed: reject,
      });
      this.write(bytes);
    });
  }

  write(bytes: Buffer): void {
    this.child.stdin.write(bytes);
  }

  /** The peak memory of the server, in MiB; undefined if the system does not report it. */
  peakMemory(): number | undefined {
    try {
      const status = readFileSync(`/proc/${this.child.pid ?? 0}/status`, 'utf8');
      return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
    } catch {
      return undefined;
    }
  }

  async stop(): Promise<void> {
    await this.request('shutdown', undefined);
    this.write(frame({ method: 'exit' }));
    this.child.stdin.end();
  }

  private receive(chunk: Buffer): void {
    const at = performance.now();
    this.chunks.push(chunk);
    this.received += chunk.length;
    while (this.received > 0 && this.received >= this.expected) {
      const bytes = Buffer.concat(this.chunks);
      const head = bytes.indexOf('\r\n\r\n');
      if (head < 0) {
        this.chunks = [bytes];
        return;
      }
      this.expected = head + 4 + Number(/Content-Length: (\d+)/i.exec(bytes.toString('latin1', 0, head))?.[1]);
      if (bytes.length < this.expected) {
        this.chunks = [bytes];
        return;
      }
      const message = JSON.parse(bytes.toString('utf8', head + 4, this.expected)) as Message;
      this.chunks = [bytes.subarray(this.expected)];
      this.received -= this.expected;
      this.expected = 0;
      this.take(message, at);
    }
  }

  private take(message: Message, at: number): void {
    const { id, method, params } = message;
    if (method === undefined) {
      this.waiting.get(id ?? 0)?.arrived(message, at);
      this.waiting.delete(id ?? 0);
    } else if (id !== undefined) {
      // Answers requests of the server: the default configuration, and success for registrations and refreshes.
      const result = method === 'workspace/configuration' ? (params?.items ?? []).map(() => null) : null;
      this.write(frame({ id, result }));
    }
  }

  private fail(): void {
    this.waiting.forEach(({ failed }) => failed(new Error(`${this.server.name} has ended. ${this.stderr}`.trim())));
    this.waiting.clear();
  }
}
