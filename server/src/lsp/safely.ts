import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';

export interface Log {
  error(message: string): void;
}

/**
 * Every handler goes through here. An internal error is logged with the feature's name and where it came from, and
 * answered with `fallback`, never with a lost connection; a cancelled request is answered as the protocol asks.
 */
export async function safely<T>(
  log: Log,
  feature: string,
  fallback: T,
  run: () => T | Promise<T>,
  token?: CancellationToken,
): Promise<T> {
  let result = fallback;
  try {
    if (!token?.isCancellationRequested) {
      result = await run();
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
