import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';

/** The error log. */
export interface Log {
  error(message: string): void;
}

/** A request or notification being handled. */
export interface GuardedRequest<T> {
  /** Its name in the log. */
  readonly feature: string;
  /** The answer if the handler fails. */
  readonly fallback: T;
  readonly token?: CancellationToken;
}

/**
 * Every handler runs in here. An internal error is logged with the feature's name and the stack, and answered with the
 * fallback, so that the connection survives. A cancelled request is answered as the protocol requires, at once, even if
 * the handler still waits for something.
 */
export async function guardRequest<T>(
  log: Log,
  { feature, fallback, token }: GuardedRequest<T>,
  handle: () => T | Promise<T>,
): Promise<T> {
  let result = fallback;
  try {
    if (!token?.isCancellationRequested) {
      const cancelled = new Promise<T>((resolve) => token?.onCancellationRequested(() => resolve(fallback)));
      result = await Promise.race([handle(), cancelled]);
    }
  } catch (error) {
    log.error(`${feature}: ${originOf(error)}`);
  }
  if (token?.isCancellationRequested) {
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
  }
  return result;
}

/** Name and stack of an error, without its message, which may quote the document. */
function originOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return `a thrown ${typeof error}`;
  }
  const { name, message, stack = '' } = error;
  const head = message === '' ? name : `${name}: ${message}`;
  return `${name}${stack.startsWith(head) ? stack.slice(head.length) : ''}`;
}
