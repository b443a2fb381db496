/** How many numbers of an ascending list are at most `limit`. */
export function countUpTo(numbers: readonly number[], limit: number): number {
  return countWhile(numbers.length, (index) => (numbers[index] ?? 0) <= limit);
}

/**
 * How many leading indices below `length` satisfy a predicate that is false for all indices after the first false one.
 */
export function countWhile(length: number, predicate: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (predicate(middle)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
