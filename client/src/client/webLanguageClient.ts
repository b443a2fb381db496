import { Uri, type ExtensionContext, type LogOutputChannel } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type LanguageClientOptions,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { clientOptions } from './clientOptions';

/** A client whose server is a web worker. It gets a new one with each start, since nothing else ends the last one. */
class WorkerClient extends LanguageClient {
  constructor(module: string, options: LanguageClientOptions) {
    let worker: Worker | undefined;
    const start = (): Promise<MessageTransports> => {
      worker?.terminate();
      worker = new Worker(module);
      // The library does the same, but only with the browser's own workers; VS Code has others.
      return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
    };
    super('apiResponse', 'API Response', start, options);
  }
}

/** Creates the client for our language server, which runs in a web worker. */
export function createLanguageClient(context: ExtensionContext, outputChannel: LogOutputChannel): LanguageClient {
  const { extensionUri } = context;
  const module = Uri.joinPath(extensionUri, 'dist/web/server.js').toString(true);
  const options = { extensionUri: extensionUri.toString() };
  const client: WorkerClient = new WorkerClient(
    module,
    clientOptions(context, outputChannel, options, () => client),
  );
  return client;
}
