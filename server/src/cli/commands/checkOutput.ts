import type { Localizer } from '../../service';
import { serviceFor, type Job, type Outcome, type Unfinished } from '../checking/job';
import { complain, endStatus, printSpelledOut, showStatus } from '../output/print';
import { spellOut } from '../output/spellOut';
import { writeFile } from '../output/writeFile';
import { createReporter } from '../reporters';
import { addTally, type Tally } from '../results/tally';

/** What is known when all inputs are checked. */
export interface Result {
  readonly tally: Tally;
  /** What could not be read or checked, one sentence each. */
  readonly errors: string[];
}

/** The output, as outcomes arrive, with all texts spelled out. Adds to the result what they say. */
export async function* outputOf(
  outcomes: AsyncIterable<Outcome>,
  job: Job,
  { tally, errors }: Result,
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
    } else if (reporter.collect) {
      reporter.collect(outcome.output);
    } else if (outcome.output !== '') {
      yield safe((open ? '' : separator) + outcome.output);
      separator = reporter.between;
    }
    if ('tally' in outcome) {
      addTally(tally, outcome.tally);
    }
    open = 'completion' in outcome ? outcome : undefined;
    showStatus(() => l10n.t('{0} files checked…', tally.summary.files));
  }
  endStatus();
  yield safe((separator === reporter.begin ? separator : '') + reporter.end(tally, errors));
}

/** Puts the output into a file if there is one, else prints it. */
export async function put(output: AsyncIterable<string>, path: string | undefined, l10n: Localizer): Promise<void> {
  if (path !== undefined) {
    await writeFile({ path, replaces: 'file' }, output, l10n);
    return;
  }
  for await (const text of output) {
    await printSpelledOut(text);
  }
}
