/** What one thing took, again and again. */
export type Samples = Readonly<Record<string, readonly number[]>>;

export interface Figures {
  readonly p50: number;
  readonly p99: number;
  /** Of how many samples. */
  readonly count: number;
}

/** A line of the result: the same thing done by us and by the peer. */
export interface Row {
  readonly group: string;
  readonly name: string;
  readonly unit: string;
  readonly ours: Figures;
  readonly peer: Figures | null;
  /** How many times as much the peer takes, by the median. */
  readonly ratio: number | null;
}

/** Median and 99th percentile. */
export function figuresOf(samples: readonly number[]): Figures {
  const sorted = [...samples].sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
  return { p50: at(0.5), p99: at(0.99), count: sorted.length };
}

/** A line from the samples of both; the peer's may be missing. */
export function rowOf(
  group: string,
  name: string,
  unit: string,
  ours: readonly number[],
  peer?: readonly number[],
): Row {
  const our = figuresOf(ours);
  const their = peer && peer.length > 0 ? figuresOf(peer) : null;
  return { group, name, unit, ours: our, peer: their, ratio: their && their.p50 / our.p50 };
}

/** Milliseconds that a call takes. */
export function timed(call: () => void): number {
  const start = performance.now();
  call();
  return performance.now() - start;
}
