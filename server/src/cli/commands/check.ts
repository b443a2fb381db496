import { availableParallelism } from 'node:os';
import {
  defaultSettings,
  isRuleId,
  isRuleSeverity,
  refusedGlobs,
  type Localizer,
  type Settings,
  type Severity,
} from '../../service';
import { checkInputs } from '../checking/checkInputs';
import { checkInThreads } from '../checking/checkInThreads';
import { serviceFor, type Job, type Outcome, type Unfinished } from '../checking/job';
import { ThreadPool, type ThreadOptions } from '../checking/threadPool';
import { catalogOption, readCatalogs } from '../input/catalogs';
import { filesOf, type Input } from '../input/files';
import { projectFileOption, withProjectFiles } from '../input/projectFile';
import { sourceFilesOf } from '../input/sourceFiles';
import { complain, printSpelledOut } from '../output/print';
import { spellOut } from '../output/spellOut';
import { writeFile } from '../output/writeFile';
import { createReporter, formats } from '../reporters';
import { addTo, emptySummary, type Summary } from '../results/summary';
import { exitCode, UsageError } from '../usage/exit';
import { oneOf, parseOptions } from '../usage/parseOptions';

const severities = ['error', 'warning', 'information', 'hint'] as const satisfies readonly Severity[];

/** Up to this many files starting threads takes longer than checking. */
const fewFiles = 50;

/** `check`: returns the exit code. `module` is run by the other threads, see `runCheckThread`. */
export async function check(args: readonly string[], module: string, l10n: Localizer): Promise<number> {
  const { job, fails, output, inputs: given, usesProjectFiles } = await readCommandLine(args, l10n);
  const result: Result = { summary: emptySummary(), errors: [] };
  const onProblem = (problem: string): void => {
    complain(problem);
    result.errors.push(problem);
  };
  const inputs = usesProjectFiles ? withProjectFiles(given, onProblem, l10n) : given;
  await put(outputOf(outcomesOf(inputs, job, { module, l10n }), job, result, l10n), output, l10n);
  if (result.errors.length > 0) {
    return exitCode.failed;
  }
  return fails(result.summary.findings) ? exitCode.found : exitCode.ok;
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
  const { values, positionals } = parseOptions(
    args,
    {
      format: { type: 'string', default: 'text' },
      'fail-on': { type: 'string', default: 'error' },
      'max-warnings': { type: 'string' },
      quiet: { type: 'boolean', default: false },
      output: { type: 'string' },
      source: { type: 'string', multiple: true, default: [] },
      declared: { type: 'string', multiple: true, default: [] },
      rule: { type: 'string', multiple: true, default: [] },
      unwrapped: { type: 'boolean', default: false },
      product: { type: 'string', default: '' },
      'stdin-filename': { type: 'string', default: '' },
      ...catalogOption,
      ...projectFileOption,
    },
    l10n,
  );
  const format = oneOf({ option: '--format', value: values.format }, formats, l10n);
  const fails = failureOf(values['fail-on'], values['max-warnings'], l10n);
  if (positionals.length + values.source.length === 0) {
    throw new UsageError(l10n.t('check needs a file, a folder or - for standard input; see api-response --help.'));
  }
  const [refused] = refusedGlobs(values.declared);
  if (refused !== undefined) {
    throw new UsageError(l10n.t('--declared "{0}" stands for too many patterns; use fewer braces.', refused));
  }
  const job: Job = {
    format,
    quiet: values.quiet,
    settings: { ...defaultSettings, rules: ruleSettings(values.rule, l10n), product: values.product },
    declared: values.declared,
    unwrapped: values.unwrapped,
    language: l10n.language,
    catalogs: await readCatalogs(values.catalog, l10n),
  };
  const inputs = inputsOf(positionals, { sources: values.source, nameOfStandardInput: values['stdin-filename'] }, l10n);
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

/** What is known when all inputs are checked. */
interface Result {
  readonly summary: Summary;
  /** What could not be read or checked, one sentence each. */
  readonly errors: string[];
}

/** The output, as outcomes arrive, with all texts spelled out. Adds to the result what they say. */
async function* outputOf(
  outcomes: AsyncGenerator<Outcome>,
  job: Job,
  { summary, errors }: Result,
  l10n: Localizer,
): AsyncGenerator<string> {
  const reporter = createReporter(job, serviceFor(job, l10n), l10n);
  const safe = reporter.isSpelledOut ? (text: string) => text : spellOut;
  let separator = reporter.begin;
  let open: Unfinished | undefined;
  for await (const outcome of outcomes) {
    if ('problem' in outcome) {
      yield safe(open?.completion ?? '');
      complain(outcome.problem);
      errors.push(outcome.problem);
    } else if (outcome.output !== '') {
      yield safe((open ? '' : separator) + outcome.output);
      separator = reporter.between;
    }
    if ('summary' in outcome) {
      addTo(summary, outcome.summary);
    }
    open = 'completion' in outcome ? outcome : undefined;
  }
  yield safe((separator === reporter.begin ? separator : '') + reporter.end(summary, errors));
}

/** Puts the output into a file if there is one, else prints it. */
async function put(output: AsyncIterable<string>, path: string | undefined, l10n: Localizer): Promise<void> {
  if (path !== undefined) {
    await writeFile({ path, replacesImport: false }, output, l10n);
    return;
  }
  for await (const text of output) {
    await printSpelledOut(text);
  }
}

async function* inputsOf(
  positionals: readonly string[],
  { sources, nameOfStandardInput }: { readonly sources: readonly string[]; readonly nameOfStandardInput: string },
  l10n: Localizer,
): AsyncGenerator<Input> {
  for (const positional of positionals) {
    if (positional === '-') {
      yield { path: nameOfStandardInput || '<stdin>', isStandardInput: true };
    } else {
      yield* filesOf(positional, l10n);
    }
  }
  for (const source of sources) {
    yield* sourceFilesOf(source, l10n);
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
