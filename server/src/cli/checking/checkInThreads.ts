import type { Input } from '../input/files';
import type { Job, Outcome } from './job';
import { ThreadPool, type ThreadOptions } from './threadPool';

/** Files per message to a thread: enough to make messages cheap, few enough to keep all threads busy to the end. */
const batchSize = 8;

/** Batches per thread that may be started before their turn to be printed: this bounds memory. */
const batchesAhead = 4;

/** Checks inputs in several threads, with the same output in the same order as `checkInputs`. */
export async function* checkInThreads(
  inputs: AsyncIterable<Input>,
  job: Job,
  options: ThreadOptions,
): AsyncGenerator<Outcome> {
  const pool = new ThreadPool(job, options);
  const ahead: AsyncIterable<Outcome>[] = [];
  try {
    for await (const batch of batchesOf(inputs)) {
      ahead.push(pool.check(batch));
      const first = ahead.length >= options.threads * batchesAhead ? ahead.shift() : undefined;
      if (first) {
        yield* first;
      }
    }
    for (const outcomes of ahead) {
      yield* outcomes;
    }
  } finally {
    await pool.close();
  }
}

async function* batchesOf(inputs: AsyncIterable<Input>): AsyncGenerator<Input[]> {
  let batch: Input[] = [];
  for await (const input of inputs) {
    batch.push(input);
    if (batch.length >= batchSize) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) {
    yield batch;
  }
}
