// What the suites use of `node:assert/strict`, for a worker that has no Node.
import equalDeeply from 'fast-deep-equal';

/** Mocha prints the difference of the values. */
class AssertionError extends Error {
  readonly showDiff = true;

  constructor(
    message: string,
    readonly actual?: unknown,
    readonly expected?: unknown,
  ) {
    super(message);
    this.name = 'AssertionError';
  }
}

export function ok(value: unknown, message = 'The value is falsy.'): void {
  if (!value) {
    throw new AssertionError(message, value, true);
  }
}

export function equal(actual: unknown, expected: unknown, message = 'The values differ.'): void {
  if (!Object.is(actual, expected)) {
    throw new AssertionError(message, actual, expected);
  }
}

export function deepEqual(actual: unknown, expected: unknown, message = 'The values differ.'): void {
  if (!equalDeeply(actual, expected)) {
    throw new AssertionError(message, actual, expected);
  }
}

export function match(text: string, pattern: RegExp): void {
  if (!pattern.test(text)) {
    throw new AssertionError(`${pattern} matches nothing in:\n${text}`);
  }
}

export function doesNotMatch(text: string, pattern: RegExp): void {
  if (pattern.test(text)) {
    throw new AssertionError(`${pattern} matches something in:\n${text}`);
  }
}

export async function rejects(
  promise: Promise<unknown>,
  pattern = /^/,
  message = 'The promise was fulfilled.',
): Promise<void> {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => ({ text: String(error) }),
  );
  if (!outcome) {
    throw new AssertionError(message);
  }
  match(outcome.text, pattern);
}
