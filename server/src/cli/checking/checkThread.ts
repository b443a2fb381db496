import { parentPort, workerData } from 'node:worker_threads';
import { builtinLocalizer } from '../../data/builtinData';
import type { Input } from '../input/files';
import { checkInputs } from './checkInputs';
import type { Job, Outcome } from './job';

/** Inputs that a thread is asked to check, and what it answers. */
export interface Batch {
  readonly id: number;
  readonly inputs: readonly Input[];
}

export interface CheckedBatch {
  readonly id: number;
  readonly outcomes: readonly Outcome[];
}

/** What a thread of `ThreadPool` does: checks batches as they come, until it is ended. */
export function runCheckThread(): void {
  const port = parentPort;
  const job = workerData as Job;
  const l10n = builtinLocalizer(job.language);
  port?.on('message', ({ id, inputs }: Batch) => {
    // An error that is nobody's file ends the thread; the pool does without it then.
    void collect(checkInputs(inputs, job, l10n)).then((outcomes) => {
      port.postMessage({ id, outcomes } satisfies CheckedBatch);
    });
  });
}

/** All outcomes of a few inputs. */
export async function collect(outcomes: AsyncIterable<Outcome>): Promise<Outcome[]> {
  const collected: Outcome[] = [];
  for await (const outcome of outcomes) {
    collected.push(outcome);
  }
  return collected;
}
