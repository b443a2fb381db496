/** Milliseconds that a test waits for an event: more than any machine needs, less than mocha's time limit. */
const deadline = 60_000;

/** Awaits a promise, or fails after the deadline. The result of `details` is added to the error. */
export async function inTime<T>(what: string, promise: Promise<T>, details: () => string = () => ''): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`Timed out after ${deadline / 1000} s waiting for ${what}. ${details()}`.trim()));
    }, deadline);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A promise that is resolved from outside. */
export class Deferred<T> {
  resolve!: (value: T) => void;
  readonly promise = new Promise<T>((resolve) => (this.resolve = resolve));
}
