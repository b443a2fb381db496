import {
  AbstractMessageWriter,
  createConnection,
  StreamMessageReader,
  type Connection,
  type ConnectionOptions,
  type Message,
  type MessageWriter,
} from 'vscode-languageserver/node';
import { features } from './connectionFeatures';

/**
 * Writes header and content of a message in one call. The library's writer makes two, each of which wakes the client: a
 * fifth of the time of a short answer.
 */
class WholeMessageWriter extends AbstractMessageWriter implements MessageWriter {
  private errors = 0;

  constructor(private readonly stream: NodeJS.WritableStream) {
    super();
    stream.on('error', (error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    const content = JSON.stringify(message);
    const whole = `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
    return new Promise((resolve, reject) => {
      this.stream.write(whole, (error) => {
        if (error) {
          this.fireError(error, message, ++this.errors);
          reject(error);
        } else {
          this.errors = 0;
          resolve();
        }
      });
    });
  }

  end(): void {
    this.stream.end();
  }
}

/** A connection over standard input and output. */
export function stdioConnection(options?: ConnectionOptions): Connection {
  const { stdin, stdout, stderr } = process;
  const connection = createConnection(
    features,
    new StreamMessageReader(stdin),
    new WholeMessageWriter(stdout),
    options,
  );
  // The library does the rest itself only if it creates the streams: keep standard output free of anything but
  // messages, and exit when the client is gone, with an error unless it requested a shutdown.
  globalThis.console = new console.Console(stderr);
  let code = 1;
  connection.onShutdown(() => {
    code = 0;
  });
  // A pipe emits 'close' after it ends, a file does not.
  for (const event of ['end', 'close']) {
    stdin.on(event, () => process.exit(code));
  }
  return connection;
}
