import { once } from 'node:events';
import type { Localizer } from '../../service';
import { reasonOf } from '../input/files';
import { exitCode } from '../usage/exit';
import { oneLine, spellOut } from './spellOut';
import { StatusLine, terminalOf } from './statusLine';

/** It makes way for whatever is printed here. */
const statusLine = new StatusLine(terminalOf(process.stderr, process.env));

/** Tells somebody who waits at a terminal how far the program is. */
export function showStatus(text: () => string): void {
  statusLine.show(text);
}

/** Erases what `showStatus` has shown. */
export function endStatus(): void {
  statusLine.makeWayFor('');
}

/** Prints text to standard output, and waits for a slow reader. */
export async function print(text: string): Promise<void> {
  await printSpelledOut(spellOut(text));
}

/** Prints text that is spelled out already. */
export async function printSpelledOut(text: string): Promise<void> {
  if (process.stdout.isTTY) {
    statusLine.makeWayFor(text);
  }
  if (text !== '' && !process.stdout.write(text)) {
    await once(process.stdout, 'drain');
  }
}

/** Prints one sentence about a problem to standard error. */
export function complain(message: string): void {
  statusLine.makeWayFor('\n');
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
