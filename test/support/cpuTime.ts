import assert from 'node:assert/strict';

/** By how much the input grows from one size to the next. */
const factor = 4;

/** Linear work takes 4 times as long, quadratic work 16 times: in between is room for a garbage collector. */
const maxGrowth = 9;

/** Too short to be compared, in milliseconds. */
const shortest = 40;

/**
 * Asserts that work on an input takes time in proportion to its size. `prepare` makes the work for a size; only the work
 * is measured, in processor time.
 */
export function assertLinear(prepare: (size: number) => () => unknown, size: number): void {
  cpuTime(prepare(size));
  const small = Math.min(...[1, 2, 3].map(() => cpuTime(prepare(size))));
  const large = Math.min(...[1, 2].map(() => cpuTime(prepare(factor * size))));
  const growth = large / Math.max(small, shortest);
  const times = `${small.toFixed()} ms for ${size}, ${large.toFixed()} ms for ${factor * size}`;
  assert.ok(growth < maxGrowth, `It takes ${times}: ${growth.toFixed(1)} times as long.`);
}

/** The processor time of a call, in milliseconds. */
export function cpuTime(call: () => unknown): number {
  const before = process.cpuUsage();
  call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
