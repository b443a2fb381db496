import { once } from 'node:events';
import type { Localizer } from '../../service';
import { reasonOf } from '../input/files';
import { exitCode } from '../usage/exit';
import { oneLine, spellOut } from './spellOut';

/** Prints text to standard output, and waits for a slow reader. */
export async function print(text: string): Promise<void> {
  await printSpelledOut(spellOut(text));
}

/** Prints text that is spelled out already. */
export async function printSpelledOut(text: string): Promise<void> {
  if (text !== '' && !process.stdout.write(text)) {
    await once(process.stdout, 'drain');
  }
}

/** Prints one sentence about a problem to standard error. */
export function complain(message: string): void {
  process.stderr.write(`api-response: ${oneLine(message)}\n`);
}

/** Ends the program if nothing can be printed any more. */
export function watchOutput(l10n: Localizer): void {
  // A closed or full standard error does not change the exit code.
  process.stderr.on('error', () => undefined);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that closes early, such as `head`, is not an error.
    if (error.code === 'EPIPE') {
      process.exit(exitCode.ok);
    }
    complain(l10n.t('cannot write the output: {0}.', reasonOf(error, l10n)));
    process.exit(exitCode.failed);
  });
}
