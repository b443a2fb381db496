import { countUpTo } from '../base/binarySearch';
import { replaceItems } from './replaceItems';

/** The prefix sums of a list of numbers, updated as some of them are replaced. */
export class RunningTotals {
  private readonly totals = [0];

  /** The sum of the numbers before an index. */
  before(index: number): number {
    return this.totals[index] ?? 0;
  }

  /** The last index before which the sum is at most `limit`. */
  lastUpTo(limit: number): number {
    return Math.max(0, countUpTo(this.totals, limit) - 1);
  }

  /** Replaces the numbers from one index up to another. */
  replace(from: number, to: number, numbers: readonly number[]): void {
    const { totals } = this;
    const replaced: number[] = [];
    let total = this.before(from);
    for (const number of numbers) {
      replaced.push(total);
      total += number;
    }
    const shift = total - this.before(to);
    replaceItems(totals, from, to, replaced);
    for (let index = from + replaced.length; index < totals.length; index++) {
      totals[index] = (totals[index] ?? 0) + shift;
    }
  }
}
