import { EventEmitter, LogLevel, workspace, type ExtensionContext, type LogOutputChannel } from 'vscode';

/** What a trace says before it comes to contents: a direction, and the name of a message. */
const nameOfMessage = /^(?:Sending|Received) \w+ '[^'\n]*'/;

/**
 * Where the client traces its talk with the server: `channel`, as long as the setting `apiResponse.trace.server` says so,
 * and never more than the names of messages. Their contents hold whole documents, with whatever is secret in them.
 */
export function traceChannel(channel: LogOutputChannel, { subscriptions }: ExtensionContext): LogOutputChannel {
  const changedLevel = new EventEmitter<LogLevel>();
  subscriptions.push(
    changedLevel,
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('apiResponse.trace')) {
        changedLevel.fire(level());
      }
    }),
  );
  // The client asks the level whether to trace at all, and hands over contents where the setting says "verbose".
  return Object.create(channel, {
    logLevel: { get: level },
    onDidChangeLogLevel: { value: changedLevel.event },
    trace: {
      value: (text: string) => {
        const name = nameOfMessage.exec(text)?.[0];
        if (name !== undefined) {
          channel.info(name);
        }
      },
    },
  }) as LogOutputChannel;
}

function level(): LogLevel {
  const value = workspace.getConfiguration('apiResponse').get<unknown>('trace.server');
  // Other extensions have "verbose": here it is no more than "messages".
  return value === 'messages' || value === 'verbose' ? LogLevel.Trace : LogLevel.Off;
}
