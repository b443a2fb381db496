#!/usr/bin/env node
import { isMainThread } from 'node:worker_threads';
import { version } from '../data/version';
import type { DisplayLanguage, Localizer } from '../service';
import { runCheckThread } from './checking/checkThread';
import { commands } from './commands';
import { catalog } from './commands/catalog';
import { check } from './commands/check';
import { completion } from './commands/completion';
import { explain } from './commands/explain';
import { mcp } from './commands/mcp';
import { ticket } from './commands/ticket';
import { complain, print, watchOutput } from './output/print';
import { wordOf } from './usage/command';
import { exitCode, UsageError } from './usage/exit';
import { helpOf, overview } from './usage/help';
import { localizerFor, optionsIn } from './usage/parseOptions';

async function main(args: readonly string[], l10n: Localizer): Promise<number> {
  const [command, ...rest] = args;
  if (command === undefined) {
    process.stderr.write(overview(commands, l10n.language));
    return exitCode.failed;
  }
  if (optionsIn(args).some((arg) => arg === '--help' || arg === '-h')) {
    await print(helpFor(command, l10n.language));
    return exitCode.ok;
  }
  if (command === '--version') {
    await print(`${version}\n`);
    return exitCode.ok;
  }
  switch (command) {
    case 'check':
      // The other threads run this module as well.
      return check(rest, __filename, l10n);
    case 'explain':
      return explain(rest, l10n);
    case 'ticket':
      return ticket(rest, l10n);
    case 'catalog':
      return catalog(rest, l10n);
    case 'mcp':
      return mcp(rest, () => import('./mcp.js'), l10n);
    case 'completion':
      return completion(rest, commands, l10n);
    default:
      throw new UsageError(l10n.t('there is no command "{0}"; see api-response --help.', command));
  }
}

/** Help for the command that is named, if one is, else an overview. */
function helpFor(word: string | undefined, language: DisplayLanguage): string {
  const command = commands.find((each) => wordOf(each) === word);
  return command ? helpOf(command, language) : overview(commands, language);
}

function run(): void {
  const args = process.argv.slice(2);
  const l10n = localizerFor(args, process.env);
  watchOutput(l10n);
  main(args, l10n).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      const message =
        error instanceof UsageError ? error.message : l10n.t('internal error: {0}; please report it.', String(error));
      complain(message);
      process.exitCode = exitCode.failed;
    },
  );
}

if (isMainThread) {
  run();
} else {
  runCheckThread();
}
