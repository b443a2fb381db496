import { countUpTo } from '../base/binarySearch';
import { replaceItems } from './replaceItems';

/** The sum of all numbers before each of a row, kept while some of them are replaced. */
export class RunningTotals {
  private readonly totals = [0];

  /** The sum of the numbers before an index; that of all where it is how many there are. */
  before(index: number): number {
    return this.totals[index] ?? 0;
  }

  /** The last index before which the sum is at most `limit`. */
  lastUpTo(limit: number): number {
    return Math.max(0, countUpTo(this.totals, limit) - 1);
  }

  /** Puts other numbers in the place of those from one index up to another; all after them shift by as much. */
  replace(from: number, to: number, numbers: readonly number[]): void {
    const { totals } = this;
    const made: number[] = [];
    let total = this.before(from);
    for (const number of numbers) {
      made.push(total);
      total += number;
    }
    const shift = total - this.before(to);
    replaceItems(totals, from, to, made);
    for (let index = from + made.length; index < totals.length; index++) {
      totals[index] = (totals[index] ?? 0) + shift;
    }
  }
}
