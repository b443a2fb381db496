import { availableParallelism } from 'node:os';
import { defaultSettings, isRuleId, isRuleSeverity, refusedGlobs, type Localizer, type Settings } from '../../service';
import { checkInputs } from '../checking/checkInputs';
import { checkInThreads } from '../checking/checkInThreads';
import type { Job, Outcome } from '../checking/job';
import { ThreadPool, type ThreadOptions } from '../checking/threadPool';
import { readCatalogs } from '../input/catalogs';
import { filesOf, type Input } from '../input/files';
import { withProjectFiles } from '../input/projectFile';
import { hasColors } from '../output/colors';
import { complain } from '../output/print';
import { formats } from '../reporters';
import type { Summary } from '../results/summary';
import { emptyTally } from '../results/tally';
import { exitCode, UsageError } from '../usage/exit';
import { oneOf, parseOptions } from '../usage/parseOptions';
import { checkOptions, severities } from './checkOptions';
import { outputOf, put, type Result } from './checkOutput';

/** Up to this many files starting threads takes longer than checking. */
const fewFiles = 50;

/** `check`: returns the exit code. `module` is run by the other threads, see `runCheckThread`. */
export async function check(args: readonly string[], module: string, l10n: Localizer): Promise<number> {
  const { job, fails, output, inputs: given, usesProjectFiles } = await readCommandLine(args, l10n);
  const result: Result = { tally: emptyTally(), errors: [] };
  const onProblem = (problem: string): void => {
    complain(problem);
    result.errors.push(problem);
  };
  const inputs = usesProjectFiles ? withProjectFiles(given, onProblem, l10n) : given;
  await put(outputOf(outcomesOf(inputs, job, { module, l10n }), job, result, l10n), output, l10n);
  if (result.errors.length > 0) {
    return exitCode.failed;
  }
  return fails(result.tally.summary.findings) ? exitCode.found : exitCode.ok;
}

interface CommandLine {
  readonly job: Job;
  /** Whether there are findings that the program exits with 1 for. */
  readonly fails: (counts: Summary['findings']) => boolean;
  /** The file that the output goes to. */
  readonly output: string | undefined;
  readonly inputs: AsyncGenerator<Input>;
  readonly usesProjectFiles: boolean;
}

async function readCommandLine(args: readonly string[], l10n: Localizer): Promise<CommandLine> {
  const { values, positionals } = parseOptions(args, checkOptions, l10n);
  const format = oneOf({ option: '--format', value: values.format }, formats, l10n);
  const fails = failureOf(values['fail-on'], values['max-warnings'], l10n);
  if (positionals.length + values.source.length === 0) {
    throw new UsageError(
      l10n.t('check needs a file, a folder or - for standard input; see api-response check --help.'),
    );
  }
  const [refused] = refusedGlobs(values.declared);
  if (refused !== undefined) {
    throw new UsageError(l10n.t('--declared "{0}" expands to too many patterns; use fewer braces.', refused));
  }
  const job: Job = {
    format,
    // A page of failures has no findings to leave out.
    quiet: values.quiet && format !== 'html',
    failures: values.failures,
    colors: format === 'text' && values.output === undefined && hasColors(),
    settings: { ...defaultSettings, rules: ruleSettings(values.rule, l10n), product: values.product },
    declared: values.declared,
    unwrapped: values.unwrapped,
    language: l10n.language,
    catalogs: await readCatalogs(values.catalog, l10n),
  };
  const where: Where = {
    sources: values.source,
    nameOfStandardInput: values['stdin-filename'],
    obeysGitignore: !values['no-ignore'],
  };
  const inputs = inputsOf(positionals, where, l10n);
  return { job, fails, output: values.output, inputs, usesProjectFiles: !values['no-project-file'] };
}

/** What the counts of findings have to be for the program to exit with 1. */
function failureOf(severity: string, maxWarnings: string | undefined, l10n: Localizer): CommandLine['fails'] {
  const failOn = oneOf({ option: '--fail-on', value: severity }, [...severities, 'never'], l10n);
  if (maxWarnings !== undefined && !/^\d{1,9}$/.test(maxWarnings)) {
    throw new UsageError(l10n.t('--max-warnings takes a number of 0 or more, not "{0}".', maxWarnings));
  }
  const failing = failOn === 'never' ? [] : severities.slice(0, severities.indexOf(failOn) + 1);
  const max = maxWarnings === undefined ? Infinity : Number(maxWarnings);
  return (counts) => failing.some((each) => counts[each] > 0) || counts.warning > max;
}

/** What to check besides the paths, and what not. */
interface Where {
  readonly sources: readonly string[];
  readonly nameOfStandardInput: string;
  readonly obeysGitignore: boolean;
}

async function* inputsOf(
  positionals: readonly string[],
  { sources, nameOfStandardInput, obeysGitignore }: Where,
  l10n: Localizer,
): AsyncGenerator<Input> {
  for (const positional of positionals) {
    if (positional === '-') {
      yield { path: nameOfStandardInput || '<stdin>', isStandardInput: true };
    } else {
      yield* filesOf(positional, { kind: 'responses', obeysGitignore }, l10n);
    }
  }
  for (const source of sources) {
    yield* filesOf(source, { kind: 'source', obeysGitignore }, l10n);
  }
}

/** The outcomes of all inputs in order, from as many threads as are worthwhile. */
async function* outcomesOf(
  inputs: AsyncGenerator<Input>,
  job: Job,
  { module, l10n }: { readonly module: string; readonly l10n: Localizer },
): AsyncGenerator<Outcome> {
  const requested = requestedThreads(l10n);
  const threads = requested ?? availableParallelism();
  const options = { threads, module, l10n, warn: complain };
  if (threads === 1) {
    yield* checkHere(inputs, job, options);
    return;
  }
  const first: Input[] = [];
  const max = requested === undefined ? fewFiles : 0;
  for (let next = await inputs.next(); !next.done; next = await inputs.next()) {
    first.push(next.value);
    if (first.length > max) {
      yield* checkInThreads(chain(first, inputs), job, options);
      return;
    }
  }
  yield* checkHere(first, job, options);
}

/** The outcomes from this thread, except those of large files: one of them could end the program. */
async function* checkHere(
  inputs: AsyncIterable<Input> | Iterable<Input>,
  job: Job,
  options: ThreadOptions,
): AsyncGenerator<Outcome> {
  const pool = new ThreadPool(job, { ...options, threads: 1 });
  try {
    yield* checkInputs(inputs, job, options.l10n, (input) => pool.check([input]));
  } finally {
    await pool.close();
  }
}

async function* chain<T>(first: Iterable<T>, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield* first;
  yield* rest;
}

/** The number of threads that the user requests, whatever the number of files and cores. */
function requestedThreads(l10n: Localizer): number | undefined {
  const threads = process.env.API_RESPONSE_THREADS;
  if (threads && !/^[1-9]\d?$/.test(threads)) {
    throw new UsageError(l10n.t('{0} takes a number from 1 to 99, not "{1}".', 'API_RESPONSE_THREADS', threads));
  }
  return threads ? Number(threads) : undefined;
}

function ruleSettings(assignments: readonly string[], l10n: Localizer): Settings['rules'] {
  const rules: { -readonly [Id in keyof Settings['rules']]: Settings['rules'][Id] } = {};
  for (const assignment of assignments) {
    const [id = '', severity = ''] = assignment.split('=', 2);
    if (!isRuleId(id)) {
      throw new UsageError(l10n.t('--rule "{0}" does not name a rule; docs/rules.md lists them.', assignment));
    }
    if (!isRuleSeverity(severity)) {
      throw new UsageError(
        l10n.t('--rule {0} takes error, warning, information, hint or off, not "{1}".', id, severity),
      );
    }
    rules[id] = severity;
  }
  return rules;
}
