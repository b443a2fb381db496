import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';

export interface Log {
  error(message: string): void;
}

/**
 * Every handler goes through here. An internal error is logged with the feature's name and answered with `fallback`,
 * never with a lost connection; a cancelled request is answered as the protocol asks.
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
    log.error(`${feature}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
  if (token?.isCancellationRequested) {
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
  }
  return result;
}
