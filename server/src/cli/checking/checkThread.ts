import { parentPort, workerData } from 'node:worker_threads';
import { builtinLocalizer } from '../../data/builtinData';
import type { Input } from '../input/files';
import { checkInputs } from './checkInputs';
import type { Job, Outcome } from './job';

/** Inputs for a thread to check. */
export interface Batch {
  readonly id: number;
  readonly inputs: readonly Input[];
}

/** The answer of a thread. */
export interface CheckedBatch {
  readonly id: number;
  readonly outcomes: readonly Outcome[];
}

/** The main function of a thread of `ThreadPool`: checks batches until it is terminated. */
export function runCheckThread(): void {
  const port = parentPort;
  const job = workerData as Job;
  const l10n = builtinLocalizer(job.language);
  port?.on('message', ({ id, inputs }: Batch) => {
    // An error that no file causes ends the thread, and the pool continues without it.
    void collect(checkInputs(inputs, job, l10n)).then((outcomes) => {
      port.postMessage({ id, outcomes } satisfies CheckedBatch);
    });
  });
}

/** Collects all outcomes. */
export async function collect(outcomes: AsyncIterable<Outcome>): Promise<Outcome[]> {
  const collected: Outcome[] = [];
  for await (const outcome of outcomes) {
    collected.push(outcome);
  }
  return collected;
}
