import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { builtinLocalizer } from '../../data/builtinData';
import type { Input } from '../input/files';
import { checkInputs } from './checkInputs';
import type { Job, Outcome } from './job';

/** Inputs for a thread to check. */
export interface Batch {
  readonly id: number;
  readonly inputs: readonly Input[];
  /** One of them may end the thread: each is answered at once, so that it shows which. */
  readonly oneByOne: boolean;
}

/** What a thread is told: what to check, or that an unfinished outcome was printed. */
export type Request = Batch | 'printed';

/** The answer of a thread; undefined once it is ready. */
export type Answer = BatchOutcomes | undefined;

/** Outcomes of a batch, in order. */
export interface BatchOutcomes {
  readonly id: number;
  readonly outcomes: readonly Outcome[];
  /** There are no more. */
  readonly isDone: boolean;
}

/** Unfinished outcomes that may wait to be printed: this bounds memory. */
const maxWaiting = 4;

/** The main function of a thread of `ThreadPool`: checks batches until it is terminated. */
export function runCheckThread(): void {
  if (parentPort) {
    new CheckThread(parentPort).run();
  }
}

class CheckThread {
  private readonly job = workerData as Job;
  private readonly l10n = builtinLocalizer(this.job.language);
  private waiting = 0;
  private onPrinted: () => void = () => undefined;
  /** Batches are checked one after another. */
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly port: MessagePort) {}

  run(): void {
    this.port.on('message', (request: Request) => {
      if (request === 'printed') {
        this.waiting--;
        this.onPrinted();
      } else {
        // An error that no file causes ends the thread.
        this.last = this.last.then(() => this.check(request));
      }
    });
    this.answer(undefined);
  }

  /** Unfinished outcomes are sent at once, and those after them; all others together. */
  private async check({ id, inputs, oneByOne }: Batch): Promise<void> {
    let outcomes: Outcome[] = [];
    let atOnce = oneByOne;
    for await (const outcome of checkInputs(inputs, this.job, this.l10n)) {
      outcomes.push(outcome);
      atOnce ||= 'completion' in outcome;
      if (atOnce) {
        this.answer({ id, outcomes, isDone: false });
        outcomes = [];
      }
      if ('completion' in outcome) {
        await this.waitForPrinter();
      }
    }
    this.answer({ id, outcomes, isDone: true });
  }

  private async waitForPrinter(): Promise<void> {
    this.waiting++;
    while (this.waiting >= maxWaiting) {
      await new Promise<void>((resolve) => (this.onPrinted = resolve));
    }
  }

  private answer(answer: Answer): void {
    this.port.postMessage(answer);
  }
}
