import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { features } from './connectionFeatures';
import { lifecycle } from './lifecycle';
import { MessageGate } from './messageGate';
import { startServer } from './startServer';
import { serve } from './webServer';

/** The web worker that this program runs in. The library wants a type that only browsers know. */
const worker = globalThis as never;

const gate = new MessageGate(lifecycle());
const connection = createConnection(features, new BrowserMessageReader(worker), new BrowserMessageWriter(worker), {
  messageStrategy: gate,
});
connection.onExit(() => (worker as { close(): void }).close());
startServer(connection, gate, () => ({ serve }));
