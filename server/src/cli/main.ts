import { isMainThread } from 'node:worker_threads';
import { version } from '../version';
import { speakAsAsked } from './arguments';
import { catalog } from './catalog';
import { check } from './check';
import { runCheckThread } from './checkThread';
import { explain } from './explain';
import { ticket } from './ticket';
import { exitCode, help, UsageError } from './usage';
import { l10n } from '../service';

async function main(args: readonly string[]): Promise<number> {
  speakAsAsked(args);
  const [command, ...rest] = args;
  if (command === undefined || args.includes('--help')) {
    (command === undefined ? process.stderr : process.stdout).write(help());
    return command === undefined ? exitCode.failed : exitCode.ok;
  }
  if (command === '--version') {
    process.stdout.write(`${version}\n`);
    return exitCode.ok;
  }
  switch (command) {
    case 'check':
      // Other threads run this module too.
      return check(rest, __filename);
    case 'explain':
      return explain(rest);
    case 'ticket':
      return ticket(rest);
    case 'catalog':
      return catalog(rest);
    default:
      throw new UsageError(l10n.t('there is no command "{0}"; use check, explain, ticket or catalog.', command));
  }
}

function run(): void {
  main(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      const message =
        error instanceof UsageError ? error.message : l10n.t('internal error: {0}; please report it.', String(error));
      process.stderr.write(`api-response: ${message}\n`);
      process.exitCode = exitCode.failed;
    },
  );
  // A reader that has seen enough, such as `head`, is no error; complaints that nobody reads do not change the exit code.
  process.stderr.on('error', () => undefined);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? exitCode.ok : exitCode.failed);
  });
}

if (isMainThread) {
  run();
} else {
  runCheckThread();
}
