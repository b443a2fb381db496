import { l10n, type Disposable } from 'vscode';
import { jointTicketRequest, type JointTicketParams, type TicketResult } from '../../../server/src/lsp/protocol';
import type { FailureGroup } from '../check/failureGroups';
import type { FoundFailure, WorkspaceCheck } from '../check/workspaceCheck';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { clientTime } from '../tickets/clientTime';
import { jointTicketCopied } from '../tickets/copiedTexts';
import { copyTicketResult } from '../tickets/copyTicket';
import { fileName } from '../tickets/fileName';
import { formatCount } from '../ui/formatCount';
import { showInformation } from '../ui/messages';
import { registerCommand } from './registerCommand';

/** Copies one ticket for a group of the view if that is passed as the argument, otherwise for all failures found. */
export function registerCopyTicketForAll(client: LazyLanguageClient, check: WorkspaceCheck): Disposable {
  return registerCommand(client, 'apiResponse.copyTicketForAll', async (argument) => {
    const failures = isGroup(argument) ? argument.failures : check.failures();
    if (failures.length === 0) {
      void showInformation(
        l10n.t('No failures found yet. Run "Tencent Cloud API: Check API Responses in Workspace" first.'),
      );
      return;
    }
    const params: JointTicketParams = { failures: failures.map(toTicketFailure), time: clientTime() };
    const ticket = await client.sendRequest<TicketResult | null>(jointTicketRequest, params);
    const count = formatCount('failure', failures.length);
    await copyTicketResult(ticket, (removed) => jointTicketCopied(l10n, count, removed));
  });
}

/** Whether the argument is a group of the view. Other callers may pass anything. */
function isGroup(argument: unknown): argument is FailureGroup {
  return (
    typeof argument === 'object' && argument !== null && 'failures' in argument && Array.isArray(argument.failures)
  );
}

function toTicketFailure({ uri, ...failure }: FoundFailure): JointTicketParams['failures'][number] {
  return { ...failure, file: `${fileName(uri)}:${failure.range.start.line + 1}` };
}
