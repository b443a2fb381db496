import type { Localizer } from '../../service';
import { reasonOf, type Input } from '../input/files';
import { openInput, type OpenInput } from '../input/openInput';
import type { Reporter } from '../reporters';
import type { CheckedFile } from '../results/checkedFile';
import { onlyErrors } from '../results/onlyErrors';
import { counted, emptyTally } from '../results/tally';
import { withoutSecrets } from '../results/withoutSecrets';
import { Checkers } from './checkers';
import { checkFile } from './checkFile';
import type { Job, Outcome } from './job';

/** Files that are read ahead. Reading one takes four turns of the event loop, so one is always ready. */
const maxReadAhead = 4;

/** The output of a file is passed on in parts of this length, in UTF-16 units. */
const outputLength = 256 * 1024;

/** From this length on a file may take more memory than there is, in bytes. */
const largeLength = 4 * 1024 * 1024;

/** Checks one input elsewhere, so that running out of memory does not end the program. */
export type CheckElsewhere = (input: Input) => AsyncIterable<Outcome>;

/** Checks inputs in this thread, in order; those that are large elsewhere, if there is a way. */
export async function* checkInputs(
  inputs: AsyncIterable<Input> | Iterable<Input>,
  job: Job,
  l10n: Localizer,
  checkLarge?: CheckElsewhere,
): AsyncGenerator<Outcome> {
  const checkers = new Checkers(job, l10n);
  for await (const { path, projectFile, opening } of openAhead(inputs)) {
    try {
      const { job: ownJob, service, reporter, meaningOf } = await checkers.for(projectFile);
      const open = await opening;
      try {
        if (checkLarge && open.bytes.length > largeLength) {
          yield* checkLarge(open.input);
        } else {
          const file = withoutSecrets({ ...checkFile(open, ownJob, service), meaningOf }, service);
          yield* report(file, job, reporter);
        }
      } finally {
        open.close();
      }
    } catch (error) {
      yield { problem: l10n.t('cannot read {0}: {1}.', path, reasonOf(error, l10n)) };
    }
  }
}

interface Opening extends Pick<Input, 'path' | 'projectFile'> {
  readonly opening: Promise<OpenInput>;
}

/** Opens the next inputs while one is checked. */
async function* openAhead(inputs: AsyncIterable<Input> | Iterable<Input>): AsyncGenerator<Opening> {
  const ahead: Opening[] = [];
  for await (const input of inputs) {
    const opening = openInput(input);
    // A failure is reported when it is the turn of the file.
    opening.catch(() => undefined);
    ahead.push({ path: input.path, projectFile: input.projectFile, opening });
    const first = ahead.length > maxReadAhead ? ahead.shift() : undefined;
    if (first) {
      yield first;
    }
  }
  yield* ahead;
}

/** The output for a file, in parts, while it is read. */
export function* report(
  file: CheckedFile,
  { quiet }: Pick<Job, 'quiet'>,
  reporter: Pick<Reporter, 'file'>,
): Iterable<Outcome> {
  const tally = emptyTally();
  tally.summary.files = 1;
  const all = counted(file, tally);
  let output = '';
  for (const { text, completion } of reporter.file(quiet ? onlyErrors(all) : all)) {
    output += text;
    if (output.length >= outputLength) {
      yield { output, completion };
      output = '';
    }
  }
  yield { output, tally };
}
