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
  /** The command to run there. */
  readonly command?: string;
}

const openFailure: SampleStep = { sample: 'failure', at: 'AuthFailure' };

const steps: ReadonlyMap<unknown, SampleStep> = new Map([
  ['open', openFailure],
  ['hover', { ...openFailure, command: 'editor.action.showHover' }],
  ['fix', { sample: 'malformed', at: 'requestId' }],
  ['ticket', { ...openFailure, command: copyTicketCommand }],
]);

/** Opens the sample of a step of the walkthrough, which is passed as the argument; without one that of the first. */
export function registerOpenSample(client: LazyLanguageClient, samples: Samples): Disposable {
  return registerCommand(client, 'apiResponse.openSample', async (argument) => {
    const { sample, at, command } = steps.get(argument) ?? openFailure;
    await samples.show(sample, at);
    if (command !== undefined) {
      await commands.executeCommand(command);
    }
  });
}
