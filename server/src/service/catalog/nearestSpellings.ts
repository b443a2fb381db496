import { distance } from 'fastest-levenshtein';

const maxCandidates = 5;

/** Longer texts are not misspelled codes, and are slow to compare. */
export const maxCodeLength = 100;

/**
 * The known codes within an edit distance of a code, nearest first, then in alphabetical order; at most five. Case is
 * ignored: a code that differs only in case has distance 0.
 */
export function nearestSpellings(code: string, known: Iterable<string>, maxDistance: number): string[] {
  if (code.length > maxCodeLength) {
    return [];
  }
  const lower = code.toLowerCase();
  const candidates: { code: string; distance: number }[] = [];
  for (const candidate of new Set(known)) {
    if (Math.abs(candidate.length - lower.length) <= maxDistance) {
      const steps = distance(lower, candidate.toLowerCase());
      if (steps <= maxDistance) {
        candidates.push({ code: candidate, distance: steps });
      }
    }
  }
  candidates.sort((one, other) => one.distance - other.distance || (one.code < other.code ? -1 : 1));
  return candidates.slice(0, maxCandidates).map((candidate) => candidate.code);
}

/**
 * Whether a code with a known parent is a name of its own next to a known one, though only a dot or capitals differ:
 * `InvalidParameter.Value`, `AuthFailure.UnAuthorizedOperation`.
 */
export function isOtherName(code: string, known: string): boolean {
  const words = (name: string): number => name.match(/[A-Z][a-z]+/g)?.length ?? 0;
  const isSameText = code.toLowerCase() === known.toLowerCase();
  return code.split('.').length !== known.split('.').length || (isSameText && words(code) > words(known));
}
