/** How often a code occurs. */
export interface CodeCount extends Occurrence {
  readonly count: number;
}

/** The first occurrence of a code. */
export interface Occurrence {
  readonly first: Place;
  /** What the code means there, if a project file has a say in it. */
  readonly meaning?: string | undefined;
}

/** A place in a file. Lines and characters count from 0. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly character: number;
}

/** Codes and how often each occurs. */
export interface CodeCounts {
  readonly codes: Map<string, CodeCount>;
  /** Occurrences of codes that are not kept. */
  others: number;
}

/** Codes that are kept: this bounds memory, whatever codes there are. */
const maxCodes = 1_000;

/** Counts of no codes. */
export function noCodes(): CodeCounts {
  return { codes: new Map(), others: 0 };
}

/** Counts a code once more; `first` is asked for if it is new. */
export function countCode(counts: CodeCounts, code: string, first: () => Occurrence): void {
  addCount(counts, code, 1, first);
}

/** Adds what was counted later. */
export function addCodes(total: CodeCounts, { codes, others }: CodeCounts): void {
  for (const [code, counted] of codes) {
    addCount(total, code, counted.count, () => counted);
  }
  total.others += others;
}

function addCount(total: CodeCounts, code: string, count: number, first: () => Occurrence): void {
  const known = total.codes.get(code);
  if (known) {
    total.codes.set(code, { ...known, count: known.count + count });
  } else if (total.codes.size < maxCodes) {
    total.codes.set(code, { ...first(), count });
  } else {
    total.others += count;
  }
}
