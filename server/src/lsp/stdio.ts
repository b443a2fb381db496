import {
  AbstractMessageWriter,
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  type Connection,
  type Message,
  type MessageWriter,
} from 'vscode-languageserver/node';

/**
 * Writes each message at once. The library's own writer hands over a header and then its content: two system calls, each of
 * which wakes the client, and a fifth of what a short answer takes.
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
export function stdioConnection(): Connection {
  const { stdin, stdout, stderr } = process;
  const connection = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(stdin),
    new WholeMessageWriter(stdout),
  );
  // What follows the library does itself where it is given the streams: nothing but messages on standard output, and an
  // end of the server when the client is gone, which the protocol calls an error unless it has asked for it.
  globalThis.console = new console.Console(stderr);
  let code = 1;
  connection.onShutdown(() => {
    code = 0;
  });
  // A pipe closes when it has ended, a file does not.
  for (const event of ['end', 'close']) {
    stdin.on(event, () => process.exit(code));
  }
  return connection;
}
