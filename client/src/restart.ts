import { l10n } from 'vscode';
import {
  CloseAction,
  ErrorAction,
  type CloseHandlerResult,
  type ErrorHandler,
  type ErrorHandlerResult,
  type Message,
} from 'vscode-languageclient';

const mostRestarts = 4;
const period = 3 * 60 * 1000;

export function stoppedForGood(): string {
  return l10n.t('The API Response language server stopped five times in three minutes and is not started again.');
}

/** Starts a server that has ended again, as the client does by default, until that has happened too often. */
export class RestartPolicy implements ErrorHandler {
  private ends: number[] = [];

  /** `gaveUp` tells the user; no other message does. */
  constructor(private readonly gaveUp: () => void) {}

  error(_error: Error, _message: Message | undefined, count: number | undefined): ErrorHandlerResult {
    return { action: count !== undefined && count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.ends = this.ends.filter((end) => now - end <= period).concat(now);
    if (this.ends.length <= mostRestarts) {
      return { action: CloseAction.Restart, handled: true };
    }
    // Whoever starts the server again has the whole number of restarts again.
    this.ends = [];
    this.gaveUp();
    return { action: CloseAction.DoNotRestart, handled: true, message: stoppedForGood() };
  }
}
