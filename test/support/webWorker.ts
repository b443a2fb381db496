import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createProtocolConnection,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageReader,
  type MessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver/node';

const bundle = join(__dirname, '../../../dist/web/server.js');

/** What the web worker of a browser and Node have in common. No module and nothing else of Node is within reach. */
const common = { clearTimeout, console, crypto: webcrypto, queueMicrotask, setTimeout, TextDecoder, TextEncoder };

interface Scope {
  onmessage?: (event: { readonly data: unknown }) => void;
}

/** The language server for browsers, in a scope like that of a web worker. */
export class WebWorker {
  readonly connection: ProtocolConnection;
  readonly closed: Promise<void>;
  private readonly port: MessagePort;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    this.closed = new Promise((resolve) => {
      const scope: Scope = createContext({
        ...common,
        addEventListener: () => undefined,
        close: () => {
          port2.close();
          resolve();
        },
        postMessage: (message: unknown) => port2.postMessage(message),
      });
      port2.on('message', (data) => scope.onmessage?.({ data }));
      runInContext(readFileSync(bundle, 'utf8'), scope, { filename: bundle });
    });
    this.connection = createProtocolConnection(new PortReader(port1), new PortWriter(port1));
  }

  dispose(): void {
    this.connection.dispose();
    this.port.close();
  }
}

class PortReader extends AbstractMessageReader implements MessageReader {
  constructor(private readonly port: MessagePort) {
    super();
  }

  listen(callback: DataCallback): Disposable {
    this.port.on('message', callback);
    return { dispose: () => this.port.off('message', callback) };
  }
}

class PortWriter extends AbstractMessageWriter implements MessageWriter {
  constructor(private readonly port: MessagePort) {
    super();
  }

  write(message: Message): Promise<void> {
    this.port.postMessage(message);
    return Promise.resolve();
  }

  end(): void {
    // The port closes with the worker.
  }
}
