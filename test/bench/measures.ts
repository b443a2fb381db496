/** Statistics of one metric. */
export type Samples = Readonly<Record<string, readonly number[]>>;

export interface Figures {
  readonly p50: number;
  readonly p99: number;
  /** The number of samples. */
  readonly count: number;
}

/** A row of the result: the same metric for us and for the peer. */
export interface Row {
  readonly group: string;
  readonly name: string;
  readonly unit: string;
  readonly ours: Figures;
  readonly peer: Figures | null;
  /** The ratio of the medians, peer to ours. */
  readonly ratio: number | null;
}

/** Median and 99th percentile. */
export function figuresOf(samples: readonly number[]): Figures {
  const sorted = [...samples].sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
  return { p50: at(0.5), p99: at(0.99), count: sorted.length };
}

/** Creates a row from the samples of both; those of the peer may be missing. */
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
