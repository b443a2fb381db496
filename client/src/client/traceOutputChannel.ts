import { EventEmitter, LogLevel, workspace, type ExtensionContext, type LogOutputChannel } from 'vscode';

/** The beginning of a trace: the direction and the name of a message, without its contents. */
const messageName = /^(?:Sending|Received) \w+ '[^'\n]*'/;

/**
 * Creates a channel that traces messages to `channel` if `apiResponse.trace.server` is on. It never traces more than
 * their names, since their contents include whole documents and the secrets in them.
 */
export function createTraceOutputChannel(
  channel: LogOutputChannel,
  { subscriptions }: ExtensionContext,
): LogOutputChannel {
  const levelChanges = new EventEmitter<LogLevel>();
  subscriptions.push(
    levelChanges,
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('apiResponse.trace')) {
        levelChanges.fire(traceLevel());
      }
    }),
  );
  // The client checks the level before it traces, and passes contents along if the setting is "verbose".
  return Object.create(channel, {
    logLevel: { get: traceLevel },
    onDidChangeLogLevel: { value: levelChanges.event },
    trace: {
      value: (text: string) => {
        const name = messageName.exec(text)?.[0];
        if (name !== undefined) {
          channel.info(name);
        }
      },
    },
  }) as LogOutputChannel;
}

function traceLevel(): LogLevel {
  const value = workspace.getConfiguration('apiResponse').get<unknown>('trace.server');
  // "verbose", known from other extensions, is treated like "messages".
  return value === 'messages' || value === 'verbose' ? LogLevel.Trace : LogLevel.Off;
}
