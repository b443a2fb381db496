#!/usr/bin/env node
import { isMainThread } from 'node:worker_threads';
import { version } from '../data/version';
import type { Localizer } from '../service';
import { runCheckThread } from './checking/checkThread';
import { catalog } from './commands/catalog';
import { check } from './commands/check';
import { explain } from './commands/explain';
import { mcp } from './commands/mcp';
import { ticket } from './commands/ticket';
import { complain, print, watchOutput } from './output/print';
import { exitCode, UsageError } from './usage/exit';
import { help } from './usage/help';
import { localizerFor } from './usage/parseOptions';

async function main(args: readonly string[], l10n: Localizer): Promise<number> {
  const [command, ...rest] = args;
  if (command === undefined || asksForHelp(args)) {
    if (command === undefined) {
      process.stderr.write(help(l10n.language));
      return exitCode.failed;
    }
    await print(help(l10n.language));
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
    default:
      throw new UsageError(l10n.t('there is no command "{0}"; use check, explain, ticket, catalog or mcp.', command));
  }
}

/** Whether help is asked for. After `--` there are only paths. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end < 0 ? args.length : end).some((arg) => arg === '--help' || arg === '-h');
}

function run(): void {
  const args = process.argv.slice(2);
  const l10n = localizerFor(args);
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
