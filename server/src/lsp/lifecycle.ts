import {
  ErrorCodes,
  Message,
  ResponseError,
  type Connection,
  type MessageStrategy,
  type NotificationMessage,
} from 'vscode-languageserver';

/** Methods of our own, for messages that must not reach the handlers they are for. */
const refused = '$/apiResponse/refused';
const malformed = '$/apiResponse/malformed';

const notice: NotificationMessage = { jsonrpc: '2.0', method: malformed };

/**
 * Holds a client to the order of the protocol: one `initialize`, and nothing but `exit` after `shutdown`. The library
 * checks neither, and writes messages that are none to the log, with all they hold.
 */
export function lifecycle(): MessageStrategy {
  let isInitialized = false;
  let isShutDown = false;
  return {
    handleMessage(message, next) {
      if (Message.isRequest(message)) {
        const isRefused = isShutDown || (isInitialized && message.method === 'initialize');
        isInitialized ||= message.method === 'initialize';
        isShutDown ||= message.method === 'shutdown';
        return next(isRefused ? { ...message, method: refused } : message);
      }
      if (Message.isNotification(message)) {
        return isShutDown && message.method !== 'exit' ? undefined : next(message);
      }
      const isAnswer = Message.isResponse(message) && message.id !== null;
      return next(isAnswer ? message : notice);
    },
  };
}

/** Answers and logs what `lifecycle` holds back. */
export function registerLifecycle(connection: Connection): void {
  connection.onRequest(refused, () => {
    throw new ResponseError(
      ErrorCodes.InvalidRequest,
      'The server is initialized once, and only exits after shutdown.',
    );
  });
  connection.onNotification(malformed, () => connection.console.error('protocol: a malformed message was ignored.'));
}
