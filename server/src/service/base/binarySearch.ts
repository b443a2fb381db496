/** How many of a list in ascending order are at most `limit`. */
export function countUpTo(numbers: readonly number[], limit: number): number {
  return countWhile(numbers.length, (index) => (numbers[index] ?? 0) <= limit);
}

/** How many indices from 0 on, below `length`, something holds for that holds for none after the first exception. */
export function countWhile(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
