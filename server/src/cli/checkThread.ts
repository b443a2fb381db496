import { parentPort, workerData } from 'node:worker_threads';
import { builtinStrings } from '../builtin';
import { speak } from '../service';
import { checkInputs, type Job, type Outcome } from './checkInputs';
import type { Input } from './files';

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
  speak(job.language, builtinStrings(job.language));
  port?.on('message', ({ id, inputs }: Batch) => {
    // An error that is nobody's file ends the thread; the pool does without it then.
    void collect(checkInputs(inputs, job)).then((outcomes) => {
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
