import { checkFile } from '../../server/src/cli/checking/checkFile';
import { report } from '../../server/src/cli/checking/checkInputs';
import { serviceFor, type Job, type Outcome } from '../../server/src/cli/checking/job';
import { outputOf } from '../../server/src/cli/commands/checkOutput';
import { inMemory } from '../../server/src/cli/input/openInput';
import { createReporter } from '../../server/src/cli/reporters';
import { emptyTally } from '../../server/src/cli/results/tally';
import { withoutSecrets } from '../../server/src/cli/results/withoutSecrets';
import { builtinLocalizer } from '../../server/src/data/builtinData';
import { defaultSettings } from '../../server/src/service';

const defaults: Job = { format: 'text', language: 'en', settings: defaultSettings, declared: [], unwrapped: false };

/** What `check` prints for files, given by path and content, that need not exist. */
export async function reported(files: Readonly<Record<string, string>>, options: Partial<Job> = {}): Promise<string> {
  const job = { ...defaults, ...options };
  const l10n = builtinLocalizer(job.language);
  let text = '';
  for await (const part of outputOf(outcomesOf(files, job), job, { tally: emptyTally(), errors: [] }, l10n)) {
    text += part;
  }
  return text;
}

/** The same, as lines. */
export async function reportedLines(...args: Parameters<typeof reported>): Promise<string[]> {
  return (await reported(...args)).trimEnd().split('\n');
}

// eslint-disable-next-line @typescript-eslint/require-await -- outcomes arrive asynchronously
async function* outcomesOf(files: Readonly<Record<string, string>>, job: Job): AsyncGenerator<Outcome> {
  const l10n = builtinLocalizer(job.language);
  const service = serviceFor(job, l10n);
  const reporter = createReporter(job, service, l10n);
  for (const [path, content] of Object.entries(files)) {
    const file = checkFile(inMemory({ path }, Buffer.from(content)), job, service);
    yield* report(withoutSecrets(file, service), job, reporter);
  }
}
