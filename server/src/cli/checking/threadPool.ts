import { Worker } from 'node:worker_threads';
import type { Localizer } from '../../service';
import type { Input } from '../input/files';
import { checkInputs } from './checkInputs';
import { collect, type Batch, type CheckedBatch } from './checkThread';
import type { Job, Outcome } from './job';

export interface ThreadOptions {
  readonly threads: number;
  /** The module that a thread runs: it must call `runCheckThread`. */
  readonly module: string;
  readonly l10n: Localizer;
  /** Shows a warning to the user. */
  readonly warn: (message: string) => void;
}

/** Files per message to a thread: enough to make messages cheap, few enough to keep all threads busy to the end. */
const batchSize = 8;

/** Batches assigned to a thread at a time, so that it never waits for the next one. */
const batchesPerThread = 2;

/** Batches per thread that may be started before their turn to be printed: this bounds memory. */
const batchesAhead = 4;

/** Checks inputs in several threads, with the same outcomes in the same order as `checkInputs`. */
export async function* checkInThreads(
  inputs: AsyncIterable<Input>,
  job: Job,
  options: ThreadOptions,
): AsyncGenerator<Outcome> {
  const pool = new ThreadPool(job, options);
  const ahead: Promise<readonly Outcome[]>[] = [];
  try {
    for await (const batch of batchesOf(inputs)) {
      ahead.push(pool.check(batch));
      const first = ahead.length >= options.threads * batchesAhead ? ahead.shift() : undefined;
      if (first) {
        yield* await first;
      }
    }
    for (const outcomes of ahead) {
      yield* await outcomes;
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

interface Assignment {
  readonly batch: Batch;
  readonly resolve: (outcomes: readonly Outcome[] | Promise<readonly Outcome[]>) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly assignments: Map<number, Assignment>;
}

class ThreadPool {
  private readonly threads = new Set<Thread>();
  private readonly queue: Assignment[] = [];
  private nextId = 0;
  private started = 0;
  private closing = false;
  /** What this thread checks itself, one batch after another. */
  private local: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly job: Job,
    private readonly options: ThreadOptions,
  ) {}

  /** Checks a batch. Never rejects. */
  check(inputs: readonly Input[]): Promise<readonly Outcome[]> {
    // Only the main thread can read the standard input.
    if (inputs.some(({ isStandardInput }) => isStandardInput)) {
      return this.checkHere(inputs);
    }
    return new Promise((resolve) => {
      this.queue.push({ batch: { id: this.nextId++, inputs }, resolve });
      this.assign();
    });
  }

  async close(): Promise<void> {
    this.closing = true;
    await Promise.all([...this.threads].map(({ worker }) => worker.terminate()));
  }

  private assign(): void {
    while (this.queue.length > 0) {
      const thread = this.findIdleThread();
      if (!thread && this.threads.size > 0) {
        return;
      }
      const assignment = this.queue.shift();
      if (assignment && thread) {
        thread.assignments.set(assignment.batch.id, assignment);
        thread.worker.postMessage(assignment.batch);
      } else if (assignment) {
        assignment.resolve(this.checkHere(assignment.batch.inputs));
      }
    }
  }

  /** The thread with the fewest batches. Starts another if none is idle, up to the limit; undefined if all are busy. */
  private findIdleThread(): Thread | undefined {
    const [first] = [...this.threads].sort((one, other) => one.assignments.size - other.assignments.size);
    if ((!first || first.assignments.size > 0) && this.started < this.options.threads) {
      return this.start();
    }
    return first && first.assignments.size < batchesPerThread ? first : undefined;
  }

  private start(): Thread {
    this.started++;
    const worker = new Worker(this.options.module, { workerData: this.job });
    const thread: Thread = { worker, assignments: new Map() };
    this.threads.add(thread);
    const { l10n } = this.options;
    let reason = l10n.t('it stopped');
    worker.on('message', ({ id, outcomes }: CheckedBatch) => {
      thread.assignments.get(id)?.resolve(outcomes);
      thread.assignments.delete(id);
      this.assign();
    });
    worker.on('error', (error) => (reason = error instanceof Error ? error.message : String(error)));
    worker.on('exit', () => this.onExit(thread, reason));
    return thread;
  }

  /** A thread that ends early is not replaced: the next might end in the same way. */
  private onExit(thread: Thread, reason: string): void {
    this.threads.delete(thread);
    if (this.closing) {
      return;
    }
    const { l10n, warn } = this.options;
    warn(l10n.t('a thread ended early ({0}); its files are checked without it.', reason));
    for (const { batch, resolve } of thread.assignments.values()) {
      resolve(this.checkHere(batch.inputs));
    }
    this.assign();
  }

  private checkHere(inputs: readonly Input[]): Promise<readonly Outcome[]> {
    const outcomes = this.local.then(() => collect(checkInputs(inputs, this.job, this.options.l10n)));
    this.local = outcomes;
    return outcomes;
  }
}
