import { distance } from 'fastest-levenshtein';

const maxCandidates = 5;

/** Longer texts are no slip of a code, and not worth comparing. */
export const maxCodeLength = 100;

/**
 * The known codes within an edit distance of a code, nearest first, then by alphabet; at most five. Case does not count
 * as a difference, so that one that differs in nothing else has distance 0.
 */
export function nearestSpellings(code: string, known: Iterable<string>, most: number): string[] {
  if (code.length > maxCodeLength) {
    return [];
  }
  const lower = code.toLowerCase();
  const candidates: { code: string; distance: number }[] = [];
  for (const candidate of new Set(known)) {
    if (Math.abs(candidate.length - lower.length) <= most) {
      const steps = distance(lower, candidate.toLowerCase());
      if (steps <= most) {
        candidates.push({ code: candidate, distance: steps });
      }
    }
  }
  candidates.sort((one, other) => one.distance - other.distance || (one.code < other.code ? -1 : 1));
  return candidates.slice(0, maxCandidates).map((candidate) => candidate.code);
}
