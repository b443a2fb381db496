import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { builtinCatalog } from '../builtin';
import {
  l10n,
  currentLanguage,
  defaultSettings,
  isRuleId,
  isRuleSeverity,
  type RuleSeverity,
  type Severity,
} from '../service';
import { oneOf, parse } from './arguments';
import { checkInputs, type Job, type Outcome } from './checkInputs';
import { filesOf, type Input } from './files';
import { createReporter, formats } from './reporters';
import { addTo, emptySummary } from './summary';
import { checkInThreads } from './threadPool';
import { exitCode, UsageError } from './usage';

const severities = ['error', 'warning', 'information', 'hint'] as const satisfies readonly Severity[];

/** So few files are checked before other threads have started. */
const fewFiles = 50;

/** `check`: returns the exit code. `module` is what other threads run, see `runCheckThread`. */
export async function check(args: readonly string[], module: string): Promise<number> {
  const { values, positionals } = parse(args, {
    format: { type: 'string', default: 'text' },
    'fail-on': { type: 'string', default: 'error' },
    declared: { type: 'string', multiple: true, default: [] },
    rule: { type: 'string', multiple: true, default: [] },
    unwrapped: { type: 'boolean', default: false },
    product: { type: 'string', default: '' },
    'stdin-filename': { type: 'string', default: '' },
  });
  const format = oneOf('--format', values.format, formats);
  const failOn = oneOf('--fail-on', values['fail-on'], [...severities, 'never']);
  if (positionals.length === 0) {
    throw new UsageError(l10n.t('check needs a file, a folder or - for standard input; see api-response --help.'));
  }
  const job: Job = {
    format,
    settings: { ...defaultSettings, rules: ruleSettings(values.rule), product: values.product },
    declared: values.declared,
    unwrapped: values.unwrapped,
    language: currentLanguage(),
  };
  const reporter = createReporter(format, builtinCatalog(currentLanguage()), job.settings);
  const summary = emptySummary();
  const complaints: string[] = [];
  let printed = false;
  for await (const outcome of outcomesOf(inputsOf(positionals, values['stdin-filename']), job, module)) {
    if ('problem' in outcome) {
      const complaint = l10n.t('cannot read {0}: {1}.', outcome.path, outcome.problem);
      complain(complaint);
      complaints.push(complaint);
    } else {
      addTo(summary, outcome.summary);
      if (outcome.output !== '') {
        await write((printed ? reporter.between : reporter.begin) + outcome.output);
        printed = true;
      }
    }
  }
  await write((printed ? '' : reporter.begin) + reporter.end(summary, complaints));
  if (complaints.length > 0) {
    return exitCode.failed;
  }
  const failing = failOn === 'never' ? [] : severities.slice(0, severities.indexOf(failOn) + 1);
  return failing.some((severity) => summary.findings[severity] > 0) ? exitCode.found : exitCode.ok;
}

async function* inputsOf(positionals: readonly string[], nameOfStandardInput: string): AsyncGenerator<Input> {
  for (const positional of positionals) {
    if (positional === '-') {
      yield { path: nameOfStandardInput || '<stdin>', isStandardInput: true };
    } else {
      yield* filesOf(positional);
    }
  }
}

/** The outcomes of all inputs in their order, from as many threads as are worth it. */
async function* outcomesOf(inputs: AsyncGenerator<Input>, job: Job, module: string): AsyncGenerator<Outcome> {
  const wanted = threadsWanted();
  const threads = wanted ?? availableParallelism();
  if (threads === 1) {
    yield* checkInputs(inputs, job);
    return;
  }
  const first: Input[] = [];
  const most = wanted === undefined ? fewFiles : 0;
  for (let next = await inputs.next(); !next.done; next = await inputs.next()) {
    first.push(next.value);
    if (first.length > most) {
      yield* checkInThreads(chain(first, inputs), job, { threads, module, warn: complain });
      return;
    }
  }
  yield* checkInputs(first, job);
}

async function* chain<T>(first: Iterable<T>, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield* first;
  yield* rest;
}

/** How many threads the user wants, whatever the number of files and cores. */
function threadsWanted(): number | undefined {
  const threads = process.env.API_RESPONSE_THREADS;
  if (threads && !/^[1-9]\d?$/.test(threads)) {
    throw new UsageError(l10n.t('{0} takes a number from 1 to 99, not "{1}".', 'API_RESPONSE_THREADS', threads));
  }
  return threads ? Number(threads) : undefined;
}

/** Writes to standard output, and waits where its reader is slower than the files are checked. */
async function write(text: string): Promise<void> {
  if (text !== '' && !process.stdout.write(text)) {
    await once(process.stdout, 'drain');
  }
}

function complain(message: string): void {
  process.stderr.write(`api-response: ${message}\n`);
}

function ruleSettings(assignments: readonly string[]): Partial<Record<string, RuleSeverity>> {
  const rules: Partial<Record<string, RuleSeverity>> = {};
  for (const assignment of assignments) {
    const [id = '', severity = ''] = assignment.split('=', 2);
    if (!isRuleId(id)) {
      throw new UsageError(l10n.t('--rule "{0}" names no rule; docs/rules.md lists them.', assignment));
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
