import type { ReportRow } from './reportRow';
import { TimeCounts, type Series } from './timeCounts';

/** Failures that are listed. More are counted: nobody reads them, and browsers would be slow. */
export const maxRows = 10_000;

/** Names that are counted one by one. This bounds memory, whatever names there are. */
const maxNames = 1_000;

/** Names that have a bar. */
const maxBars = 20;

/** How many failures there are of each name. */
export interface Counts {
  /** The most frequent names. An empty one stands for those without a name. */
  readonly top: readonly { readonly name: string; readonly count: number }[];
  /** The failures of all other names. */
  readonly others: number;
}

/** Many failures at a glance. */
export interface Report {
  readonly total: number;
  readonly byCode: Counts;
  readonly byProduct: Counts;
  readonly overTime: Series;
  /** The failures whose time is not known. */
  readonly untimed: number;
  /** The first failures, as many as are listed. */
  readonly rows: readonly ReportRow[];
}

/** Makes a report of failures, one after another. Memory does not grow with their number. */
export class ReportBuilder {
  private readonly codes = new NameCounts();
  private readonly products = new NameCounts();
  private readonly times = new TimeCounts();
  private readonly rows: ReportRow[] = [];
  private total = 0;
  private untimed = 0;

  add(row: ReportRow): void {
    this.total++;
    this.codes.add(row.code);
    this.products.add(row.product);
    if (row.time === '') {
      this.untimed++;
    } else {
      this.times.add(row.time);
    }
    if (this.rows.length < maxRows) {
      this.rows.push(row);
    }
  }

  report(): Report {
    const { total, untimed, rows } = this;
    return {
      total,
      byCode: this.codes.counts(),
      byProduct: this.products.counts(),
      overTime: this.times.series(),
      untimed,
      rows,
    };
  }
}

/** A report of failures. */
export function createReport(rows: Iterable<ReportRow>): Report {
  const builder = new ReportBuilder();
  for (const row of rows) {
    builder.add(row);
  }
  return builder.report();
}

class NameCounts {
  private readonly known = new Map<string, number>();
  private uncounted = 0;

  add(name: string): void {
    const count = this.known.get(name) ?? 0;
    if (count > 0 || this.known.size < maxNames) {
      this.known.set(name, count + 1);
    } else {
      this.uncounted++;
    }
  }

  counts(): Counts {
    const sorted = [...this.known]
      .map(([name, count]) => ({ name, count }))
      .sort((one, other) => other.count - one.count);
    const rest = sorted.slice(maxBars).reduce((sum, { count }) => sum + count, 0);
    return { top: sorted.slice(0, maxBars), others: rest + this.uncounted };
  }
}
