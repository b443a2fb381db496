import { commands, ProgressLocation, window, workspace, type Disposable } from 'vscode';
import type { Server } from '../server';
import type { CheckSummary, WorkspaceCheck } from '../check/workspaceCheck';
import { count } from '../count';
import { register } from './register';

export function registerCheckWorkspace(server: Server, check: WorkspaceCheck): Disposable {
  let isRunning = false;
  return register(server, 'apiResponse.checkWorkspace', async () => {
    if (!workspace.workspaceFolders?.length) {
      void window.showInformationMessage('Open a folder first: its files are checked.');
      return;
    }
    if (isRunning) {
      void window.showInformationMessage('The check is still running.');
      return;
    }
    isRunning = true;
    try {
      const [summary, isCancelled] = await runWithProgress(check);
      await commands.executeCommand('setContext', 'apiResponse.checked', true);
      const open = summary.failures > 0 ? 'Show Failures' : undefined;
      const message = isCancelled ? `Check stopped: ${describe(summary)}` : describe(summary);
      void window.showInformationMessage(message, ...(open ? [open] : [])).then((choice) => {
        if (choice) {
          void commands.executeCommand('apiResponse.failures.focus');
        }
      });
    } finally {
      isRunning = false;
    }
  });
}

async function runWithProgress(check: WorkspaceCheck): Promise<[CheckSummary, boolean]> {
  const options = {
    location: ProgressLocation.Notification,
    title: 'Checking API responses in all files',
    cancellable: true,
  };
  return window.withProgress(options, async (progress, token) => {
    let done = 0;
    const summary = await check.run(token, (total) =>
      progress.report({ message: `${++done} of ${total}`, increment: 100 / total }),
    );
    return [summary, token.isCancellationRequested];
  });
}

function describe({ checked, total, responses, failures, findings, tooLarge, unreadable }: CheckSummary): string {
  const files = checked === total ? count(total, 'file') : `${checked} of ${count(total, 'file')}`;
  const found = `${count(responses, 'response')}, ${count(failures, 'failure')}, ${count(findings, 'problem')}`;
  const missed = [
    tooLarge > 0 ? ` ${count(tooLarge, 'file')} over apiResponse.maxFileSize not read.` : '',
    unreadable > 0 ? ` ${count(unreadable, 'file')} not readable.` : '',
  ];
  return `${files}: ${found}.${missed.join('')}`;
}
