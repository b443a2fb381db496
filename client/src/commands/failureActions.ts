import { commands, Disposable, Uri, workspace } from 'vscode';
import { copyTicketCommand, explainCommand } from '../../../server/src/lsp/protocol';
import type { FoundFailure } from '../check/workspaceCheck';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { showEnvelopeGone } from '../ui/showEnvelopeGone';
import { registerCommand } from './registerCommand';

/** The entries of the menu on a failure in the view, and the commands that they run at its place. */
const onFailure = {
  'apiResponse.explainFailure': explainCommand,
  'apiResponse.copyFailureTicket': copyTicketCommand,
  'apiResponse.copyFailureRequestId': 'apiResponse.copyRequestId',
};

/** The buttons on groups in the view. They differ in their titles. */
const onGroup = ['apiResponse.copyCodeTicket', 'apiResponse.copyGroupTicket'];

/** Registers what menus and buttons of the view "API Failures" run. The palette does not show these commands. */
export function registerFailureActions(client: LazyLanguageClient): Disposable {
  return Disposable.from(
    ...Object.entries(onFailure).map(([command, target]) =>
      registerCommand(client, command, async (argument) => {
        if (isFailure(argument)) {
          await runAt(argument, target);
        }
      }),
    ),
    ...onGroup.map((command) =>
      registerCommand(client, command, async (group) => {
        await commands.executeCommand('apiResponse.copyTicketForAll', group);
      }),
    ),
  );
}

/** Whether the argument is a failure of the view. Other callers may pass anything. */
function isFailure(argument: unknown): argument is FoundFailure {
  return (
    typeof argument === 'object' &&
    argument !== null &&
    'uri' in argument &&
    argument.uri instanceof Uri &&
    'range' in argument
  );
}

async function runAt({ uri, code, range }: FoundFailure, command: string): Promise<void> {
  try {
    // The server finds responses in open documents only.
    await workspace.openTextDocument(uri);
  } catch {
    showEnvelopeGone();
    return;
  }
  await commands.executeCommand(command, { uri: uri.toString(), position: range.start, code });
}
