/** How finely time is divided, the finest first: the part of `2025-10-30 13:33:38` that counts, and the step to the next. */
const divisions = [
  { unit: 'minute', length: 16, advance: (date: Date) => date.setUTCMinutes(date.getUTCMinutes() + 1) },
  { unit: 'hour', length: 13, advance: (date: Date) => date.setUTCHours(date.getUTCHours() + 1) },
  { unit: 'day', length: 10, advance: (date: Date) => date.setUTCDate(date.getUTCDate() + 1) },
  { unit: 'month', length: 7, advance: (date: Date) => date.setUTCMonth(date.getUTCMonth() + 1) },
  { unit: 'year', length: 4, advance: (date: Date) => date.setUTCFullYear(date.getUTCFullYear() + 1) },
] as const;

type Division = (typeof divisions)[number];

/** Times of more points are divided less finely. */
const maxPoints = 100;

/** How many there were in each stretch of time, those without any included. */
export interface Series {
  readonly unit: Division['unit'];
  /** In order. The time is as much of `2025-10-30 13:33:38` as the unit takes. */
  readonly points: readonly { readonly time: string; readonly count: number }[];
}

/** Counts times, as finely as a chart can show them: this bounds memory. */
export class TimeCounts {
  private level = 0;
  private counts = new Map<string, number>();

  /** `time`: in the form `2025-10-30 13:33:38`. */
  add(time: string): void {
    this.count(time, 1);
    while (this.counts.size > maxPoints && this.coarsen());
  }

  series(): Series {
    let times = this.times();
    while (times.length > maxPoints && this.coarsen()) {
      times = this.times();
    }
    // Only texts that lie have more years than a chart can show.
    const shown = times.length > maxPoints ? this.known().slice(-maxPoints) : times;
    const points = shown.map((time) => ({ time, count: this.counts.get(time) ?? 0 }));
    return { unit: this.division().unit, points };
  }

  private division(): Division {
    return divisions[this.level] ?? divisions[0];
  }

  private count(time: string, count: number): void {
    const key = time.slice(0, this.division().length);
    this.counts.set(key, (this.counts.get(key) ?? 0) + count);
  }

  /** False if there is nothing coarser. */
  private coarsen(): boolean {
    if (this.level === divisions.length - 1) {
      return false;
    }
    this.level++;
    const finer = this.counts;
    this.counts = new Map();
    finer.forEach((count, time) => this.count(time, count));
    return true;
  }

  private known(): string[] {
    return [...this.counts.keys()].sort();
  }

  /** All times from the first to the last, and no more than are too many. */
  private times(): string[] {
    const known = this.known();
    const [first] = known;
    const last = known.at(-1);
    if (first === undefined || last === undefined) {
      return [];
    }
    const { length, advance } = this.division();
    const times: string[] = [];
    const date = new Date(`${first}${'0000-01-01 00:00'.slice(first.length)}Z`.replace(' ', 'T'));
    for (let time = first; time <= last && times.length <= maxPoints; time = textOf(date, length)) {
      times.push(time);
      advance(date);
    }
    return times;
  }
}

function textOf(date: Date, length: number): string {
  return date.toISOString().slice(0, length).replace('T', ' ');
}
