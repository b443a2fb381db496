import { commands, l10n, type Disposable } from 'vscode';
import type { WorkspaceCheck } from '../check/workspaceCheck';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import type { FailureReport } from '../report/failureReport';
import { showInformation } from '../ui/messages';
import { registerCommand } from './registerCommand';

/** Opens the report of the failures that the last check found. */
export function registerOpenFailureReport(
  client: LazyLanguageClient,
  check: WorkspaceCheck,
  report: FailureReport,
): Disposable {
  return registerCommand(client, 'apiResponse.openFailureReport', async () => {
    const failures = check.failures();
    if (failures.length > 0) {
      await report.show(failures);
      return;
    }
    const message = l10n.t('There are no failures to report: none were found, or the workspace was not checked yet.');
    void showInformation(message, l10n.t('Check Workspace')).then((choice) => {
      if (choice) {
        void commands.executeCommand('apiResponse.checkWorkspace');
      }
    });
  });
}
