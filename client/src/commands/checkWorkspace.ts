import { commands, l10n, ProgressLocation, window, workspace, type Disposable } from 'vscode';
import type { CheckSummary, WorkspaceCheck } from '../check/workspaceCheck';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { formatCount } from '../ui/formatCount';
import { showInformation } from '../ui/messages';
import { registerCommand } from './registerCommand';

export function registerCheckWorkspace(client: LazyLanguageClient, check: WorkspaceCheck): Disposable {
  let isRunning = false;
  return registerCommand(client, 'apiResponse.checkWorkspace', async () => {
    if (!workspace.workspaceFolders?.length) {
      void showInformation(l10n.t('Open a folder first. This command checks the files in it.'));
      return;
    }
    if (isRunning) {
      void showInformation(l10n.t('A check is already running.'));
      return;
    }
    isRunning = true;
    try {
      const [summary, isCancelled] = await runWithProgress(check);
      await commands.executeCommand('setContext', 'apiResponse.checked', true);
      const open = summary.failures > 0 ? l10n.t('Show Failures') : undefined;
      const message = isCancelled ? l10n.t('Check stopped: {0}', describe(summary)) : describe(summary);
      void showInformation(message, ...(open ? [open] : [])).then((choice) => {
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
    title: l10n.t('Checking API responses in all files'),
    cancellable: true,
  };
  return window.withProgress(options, async (progress, token) => {
    let done = 0;
    const summary = await check.run(token, (total) =>
      progress.report({ message: l10n.t('{0} of {1}', ++done, total), increment: 100 / total }),
    );
    return [summary, token.isCancellationRequested];
  });
}

function describe({ checked, total, responses, failures, findings, ...skipped }: CheckSummary): string {
  const { tooLarge, tooMany, unreadable, isComplete } = skipped;
  const files =
    checked === total ? formatCount('file', total) : l10n.t('{0} of {1}', checked, formatCount('file', total));
  return [
    l10n.t(
      '{0}: {1}, {2}, {3}.',
      files,
      formatCount('response', responses),
      formatCount('failure', failures),
      formatCount('problem', findings),
    ),
    ...(tooLarge > 0
      ? [l10n.t('{0} skipped: larger than apiResponse.maxFileSize.', formatCount('file', tooLarge))]
      : []),
    ...(tooMany > 0 ? [l10n.t('{0} skipped: more than 100,000 responses.', formatCount('file', tooMany))] : []),
    ...(unreadable > 0 ? [l10n.t('{0} could not be read.', formatCount('file', unreadable))] : []),
    ...(isComplete
      ? []
      : [l10n.t('Not all folders were searched: there are too many, or they are nested too deeply.')]),
  ].join(' ');
}
