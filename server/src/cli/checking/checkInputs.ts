import type { Localizer } from '../../service';
import { readBytes, reasonOf, type Input } from '../input/files';
import { createReporter } from '../reporters';
import type { CheckedFile } from '../results/checkedFile';
import { emptySummary, type Summary } from '../results/summary';
import { checkFile } from './checkFile';
import { serviceFor, type Job, type Outcome } from './job';

/** Files that are read ahead. Reading one takes four turns of the event loop, so one is always ready. */
const maxReadAhead = 4;

/** Checks inputs in this thread. Yields one outcome per input, in order, even if it cannot be read. */
export async function* checkInputs(
  inputs: AsyncIterable<Input> | Iterable<Input>,
  job: Job,
  l10n: Localizer,
): AsyncGenerator<Outcome> {
  const service = serviceFor(job, l10n);
  const reporter = createReporter(job.format, service, l10n);
  const finish = async ({ path }: Input, reading: Promise<Buffer>): Promise<Outcome> => {
    try {
      const file = checkFile(path, await reading, job, service);
      return { output: reporter.file(file), summary: summaryOf(file) };
    } catch (error) {
      return { path, problem: reasonOf(error, l10n) };
    }
  };
  const pending: { readonly input: Input; readonly reading: Promise<Buffer> }[] = [];
  for await (const input of inputs) {
    const reading = readBytes(input);
    // A failure is reported when it is the turn of the file.
    reading.catch(() => undefined);
    pending.push({ input, reading });
    const first = pending.length > maxReadAhead ? pending.shift() : undefined;
    if (first) {
      yield await finish(first.input, first.reading);
    }
  }
  for (const { input, reading } of pending) {
    yield await finish(input, reading);
  }
}

function summaryOf({ envelopes, findings }: CheckedFile): Summary {
  const summary = emptySummary();
  summary.files = 1;
  summary.envelopes = envelopes.length;
  summary.failures = envelopes.filter(({ status }) => status === 'failure').length;
  findings.forEach(({ severity }) => summary.findings[severity]++);
  return summary;
}
