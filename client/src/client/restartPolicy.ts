import { l10n } from 'vscode';
import {
  CloseAction,
  ErrorAction,
  type CloseHandlerResult,
  type ErrorHandler,
  type ErrorHandlerResult,
} from 'vscode-languageclient';

const maxRestarts = 4;
const restartWindowMs = 3 * 60 * 1000;

export function restartsExhaustedMessage(): string {
  return l10n.t('The API Response language server crashed 5 times in the last 3 minutes and will not be restarted.');
}

/** Restarts a server that has crashed with the default limits of the client, but leaves the error message to us. */
export class RestartPolicy implements ErrorHandler {
  private crashes: number[] = [];

  constructor(private readonly onRestartsExhausted: () => void) {}

  /** What is sent while the server ends cannot be written. The user need not know: `closed` decides what follows. */
  error(): ErrorHandlerResult {
    return { action: ErrorAction.Continue, handled: true };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.crashes = this.crashes.filter((crash) => now - crash <= restartWindowMs).concat(now);
    if (this.crashes.length <= maxRestarts) {
      return { action: CloseAction.Restart, handled: true };
    }
    // After a manual restart the count starts over.
    this.crashes = [];
    this.onRestartsExhausted();
    return { action: CloseAction.DoNotRestart, handled: true, message: restartsExhaustedMessage() };
  }
}
