/** Milliseconds that a test waits for an event: far more than any machine needs, and less than mocha's own time limit. */
const deadline = 60_000;

/** The promise's outcome; fails when it does not come in time. `circumstances` are added to the failure. */
export async function inTime<T>(what: string, promise: Promise<T>, circumstances: () => string = () => ''): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`Waited ${deadline / 1000} s in vain for ${what}. ${circumstances()}`.trim()));
    }, deadline);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A promise that somebody else keeps. */
export class Deferred<T> {
  resolve!: (value: T) => void;
  readonly promise = new Promise<T>((resolve) => (this.resolve = resolve));
}
