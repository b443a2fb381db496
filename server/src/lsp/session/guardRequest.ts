import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';

/** Where errors are logged. */
export interface Log {
  error(message: string): void;
}

/** A request, or a notification, that is being handled. */
export interface GuardedRequest<T> {
  /** Its name in the log. */
  readonly feature: string;
  /** The answer where handling it fails. */
  readonly fallback: T;
  readonly token?: CancellationToken;
}

/**
 * Every handler runs in here. An internal error is logged with the feature's name and where it came from, and answered
 * with the fallback, never with a lost connection; a cancelled request is answered as the protocol asks.
 */
export async function guardRequest<T>(
  log: Log,
  { feature, fallback, token }: GuardedRequest<T>,
  handle: () => T | Promise<T>,
): Promise<T> {
  let result = fallback;
  try {
    if (!token?.isCancellationRequested) {
      result = await handle();
    }
  } catch (error) {
    log.error(`${feature}: ${originOf(error)}`);
  }
  if (token?.isCancellationRequested) {
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
  }
  return result;
}

/** Kind and stack of an error, without its message: that may quote the document. */
function originOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return `a thrown ${typeof error}`;
  }
  const { name, message, stack = '' } = error;
  const head = message === '' ? name : `${name}: ${message}`;
  return `${name}${stack.startsWith(head) ? stack.slice(head.length) : ''}`;
}
