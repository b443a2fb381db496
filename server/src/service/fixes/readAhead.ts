import type { Sliceable } from '../base/span';

/** The length that is tried first, in UTF-16 units. */
const firstLength = 256;

/** What was read from the beginning of a stretch; `isEnough`: more of it would change nothing. */
export interface Reading<T> {
  readonly value: T;
  readonly isEnough: boolean;
}

/**
 * Reads as much of a stretch as it takes: longer and longer beginnings, until one is enough. A slice of a document in
 * chunks costs what it holds, and a fix needs a few characters.
 */
export function readAhead<T>(
  text: Sliceable,
  { start, end }: { readonly start: number; readonly end: number },
  read: (beginning: string) => Reading<T>,
): T {
  for (let length = firstLength; ; length *= 4) {
    const beginning = text.slice(start, Math.min(end, start + length));
    const { value, isEnough } = read(beginning);
    // At the end of the stretch or of the text there is no more.
    if (isEnough || beginning.length < length) {
      return value;
    }
  }
}
