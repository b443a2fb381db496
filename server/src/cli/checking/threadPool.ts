import { Worker } from 'node:worker_threads';
import type { Localizer } from '../../service';
import type { Input } from '../input/files';
import { Channel } from './channel';
import { checkInputs } from './checkInputs';
import type { Answer, Request } from './checkThread';
import type { Job, Outcome } from './job';

export interface ThreadOptions {
  readonly threads: number;
  /** The module that a thread runs: it must call `runCheckThread`. */
  readonly module: string;
  readonly l10n: Localizer;
  /** Shows a warning to the user. */
  readonly warn: (message: string) => void;
}

/** Batches assigned to a thread at a time, so that it never waits for the next one. */
const batchesPerThread = 2;

/** Inputs to check together, as far as that is not done yet. */
interface Assignment {
  /** They are printed in this order. */
  readonly number: number;
  inputs: readonly Input[];
  /** One of them has ended a thread: the next time it has to show which. */
  oneByOne: boolean;
  readonly outcomes: Channel<Outcome>;
}

interface Thread {
  readonly worker: Worker;
  /** In the order in which the thread checks them. */
  readonly assignments: Map<number, Assignment>;
  isReady: boolean;
}

/** Checks batches of inputs in several threads. An input that ends a thread is reported, and the others go on. */
export class ThreadPool {
  private readonly threads = new Set<Thread>();
  private readonly queue: Assignment[] = [];
  private count = 0;
  /** Threads that may be started yet. */
  private spare: number;
  private closing = false;

  constructor(
    private readonly job: Job,
    private readonly options: ThreadOptions,
  ) {
    this.spare = options.threads;
  }

  /** Checks a batch, and returns the outcomes in its order. */
  check(inputs: readonly Input[]): AsyncIterable<Outcome> {
    const outcomes = new Channel<Outcome>();
    const assignment: Assignment = { number: this.count++, inputs, oneByOne: false, outcomes };
    // Only the main thread can read the standard input.
    if (inputs.some(({ isStandardInput }) => isStandardInput)) {
      this.checkHere(assignment);
    } else {
      this.queue.push(assignment);
      this.assign();
    }
    return outcomes.read();
  }

  async close(): Promise<void> {
    this.closing = true;
    await Promise.all([...this.threads].map(({ worker }) => worker.terminate()));
  }

  private assign(): void {
    for (let next = this.queue[0]; next; next = this.queue[0]) {
      const thread = this.findThread(next);
      if (!thread && this.threads.size > 0) {
        return;
      }
      this.queue.shift();
      if (thread) {
        thread.assignments.set(next.number, next);
        send(thread, { id: next.number, inputs: next.inputs, oneByOne: next.oneByOne });
      } else {
        this.checkHere(next);
      }
    }
  }

  /**
   * The thread with the fewest batches. Starts another if none is idle, up to the limit; undefined if all are busy. A
   * thread may wait until its output is printed, so it gets no batch that is printed earlier.
   */
  private findThread({ number }: Assignment): Thread | undefined {
    const [first] = [...this.threads]
      .filter(({ assignments }) => Math.max(-1, ...assignments.keys()) < number)
      .sort((one, other) => one.assignments.size - other.assignments.size);
    if ((!first || first.assignments.size > 0) && this.spare > 0) {
      return this.start();
    }
    return first && first.assignments.size < batchesPerThread ? first : undefined;
  }

  private start(): Thread {
    this.spare--;
    const worker = new Worker(this.options.module, { workerData: this.job });
    const thread: Thread = { worker, assignments: new Map(), isReady: false };
    this.threads.add(thread);
    let reason = this.options.l10n.t('it stopped');
    worker.on('message', (answer: Answer) => {
      thread.isReady = true;
      if (answer) {
        this.take(answer, thread);
      }
    });
    worker.on('error', (error) => (reason = this.reasonOf(error)));
    worker.on('exit', () => this.onExit(thread, reason));
    return thread;
  }

  private take({ id, outcomes, isDone }: NonNullable<Answer>, thread: Thread): void {
    const assignment = thread.assignments.get(id);
    if (!assignment) {
      return;
    }
    for (const outcome of outcomes) {
      const isUnfinished = 'completion' in outcome;
      assignment.outcomes.push(outcome, isUnfinished ? () => send(thread, 'printed') : undefined);
      assignment.inputs = isUnfinished ? assignment.inputs : assignment.inputs.slice(1);
      // What is unfinished is sent at once, so this input is the one that is being checked.
      assignment.oneByOne ||= isUnfinished;
    }
    if (isDone) {
      thread.assignments.delete(id);
      assignment.outcomes.close();
      this.assign();
    }
  }

  private onExit(thread: Thread, reason: string): void {
    this.threads.delete(thread);
    if (this.closing) {
      return;
    }
    const assignments = [...thread.assignments.values()];
    if (thread.isReady) {
      this.spare++;
      this.blame(assignments[0], reason);
      const unfinished = assignments.filter(({ inputs }) => inputs.length > 0);
      this.queue.push(...unfinished);
      this.queue.sort((one, other) => one.number - other.number);
    } else {
      // It is not replaced: the next might end in the same way.
      const { l10n, warn } = this.options;
      warn(l10n.t('a thread ended early ({0}); its files are checked without it.', reason));
      assignments.forEach((assignment) => this.checkHere(assignment));
    }
    this.assign();
  }

  /** Reports the input that has ended a thread, if it is known which one. */
  private blame(assignment: Assignment | undefined, reason: string): void {
    const [first, ...others] = assignment?.inputs ?? [];
    if (!assignment || !first) {
      return;
    }
    if (assignment.oneByOne || others.length === 0) {
      assignment.outcomes.push({ problem: this.options.l10n.t('cannot check {0}: {1}.', first.path, reason) });
      assignment.inputs = others;
    }
    assignment.oneByOne = true;
    if (assignment.inputs.length === 0) {
      assignment.outcomes.close();
    }
  }

  private reasonOf(error: unknown): string {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ERR_WORKER_OUT_OF_MEMORY'
      ? this.options.l10n.t('there is not enough memory')
      : error instanceof Error
        ? error.message
        : String(error);
  }

  /** Checks an assignment in this thread, as fast as it is printed. */
  private checkHere({ inputs, outcomes }: Assignment): void {
    const check = async (): Promise<void> => {
      const { job, options } = this;
      for await (const outcome of checkInputs(inputs, job, options.l10n, (input) => this.check([input]))) {
        await new Promise<void>((resolve) => outcomes.push(outcome, resolve));
      }
      outcomes.close();
    };
    void check();
  }
}

function send({ worker }: Thread, request: Request): void {
  worker.postMessage(request);
}
