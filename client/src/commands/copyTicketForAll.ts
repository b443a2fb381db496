import { l10n, window, workspace, type Disposable } from 'vscode';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { jointTicketRequest, type JointTicketParams, type TicketResult } from '../../../server/src/lsp/protocol';
import type { FailureGroup } from '../check/failuresView';
import type { FoundFailure, WorkspaceCheck } from '../check/workspaceCheck';
import { copyResult } from '../copyTicket';
import { count } from '../count';
import { now } from '../now';
import { register } from './register';

/** Of all failures that the last check found, or, from the view, of those of a group. */
export function registerCopyTicketForAll(client: LazyLanguageClient, check: WorkspaceCheck): Disposable {
  return register(client, 'apiResponse.copyTicketForAll', async (argument) => {
    const failures = isGroup(argument) ? argument.failures : check.failures();
    if (failures.length === 0) {
      void window.showInformationMessage(
        l10n.t('No failures are known. Run "API Response: Check All Responses in Workspace".'),
      );
      return;
    }
    const params: JointTicketParams = { failures: failures.map(inTicket), time: now() };
    const ticket = await client.sendRequest<TicketResult | null>(jointTicketRequest, params);
    await copyResult(ticket, l10n.t('Ticket for {0} copied.', count('failure', failures.length)));
  });
}

/** What the view hands over; anybody else may hand over anything. */
function isGroup(argument: unknown): argument is FailureGroup {
  return (
    typeof argument === 'object' && argument !== null && 'failures' in argument && Array.isArray(argument.failures)
  );
}

function inTicket({ uri, ...failure }: FoundFailure): JointTicketParams['failures'][number] {
  return { ...failure, file: `${workspace.asRelativePath(uri)}:${failure.range.start.line + 1}` };
}
