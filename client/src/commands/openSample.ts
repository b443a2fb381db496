import { commands, type Disposable } from 'vscode';
import { copyTicketCommand } from '../../../server/src/lsp/protocol';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import type { Samples } from '../walkthrough/samples';
import type { SampleName } from '../walkthrough/sampleTexts';
import { registerCommand } from './registerCommand';

/** What a step of the walkthrough opens and does. */
interface SampleStep {
  readonly sample: SampleName;
  /** Where the cursor goes. */
  readonly at: string;
  /** What to do there. */
  readonly then?: () => Promise<void>;
}

const openFailure: SampleStep = { sample: 'failure', at: 'AuthFailure' };

const steps: ReadonlyMap<unknown, SampleStep> = new Map([
  ['open', openFailure],
  ['hover', { ...openFailure, then: showHover }],
  ['fix', { sample: 'malformed', at: 'requestId' }],
  ['ticket', { ...openFailure, then: copyTicket }],
]);

/** Opens the sample of a step of the walkthrough, which is passed as the argument; without one that of the first. */
export function registerOpenSample(client: LazyLanguageClient, samples: Samples): Disposable {
  return registerCommand(client, 'apiResponse.openSample', async (argument) => {
    const { sample, at, then } = steps.get(argument) ?? openFailure;
    await samples.show(sample, at);
    await then?.();
  });
}

async function showHover(): Promise<void> {
  await commands.executeCommand('editor.action.showHover');
}

async function copyTicket(): Promise<void> {
  await commands.executeCommand(copyTicketCommand);
  // VS Code completes steps by commands that users run, not by those that the extension runs itself.
  await commands.executeCommand('setContext', 'apiResponse.sampleTicketCopied', true);
}
