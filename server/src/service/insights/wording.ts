import type { Localizer } from '../base/localizer';
import { shorten, type Insight, type InsightId, type InsightReader, type Sentence, type Verdict } from './insight';

/** A wording that says plainly what went wrong, whatever the code is called. */
export interface Wording {
  readonly patterns: readonly RegExp[];
  /** The codes it is limited to, if others say the same more precisely. */
  readonly codes?: RegExp;
  readonly tell: (l10n: Localizer, valueOf: (name: string) => string) => Sentence;
  readonly short: (l10n: Localizer, valueOf: (name: string) => string) => string;
  readonly verdict: Verdict;
}

/** A reader of the first wording that a message has. */
export function readerOf(id: InsightId, wordings: readonly Wording[]): InsightReader {
  return ({ code, message }, l10n): Insight | undefined => {
    for (const { codes, patterns, short, tell, verdict } of wordings) {
      const found = !codes || codes.test(code) ? firstMatch(patterns, message) : null;
      if (found) {
        const valueOf = (name: string): string => found.groups?.[name] ?? '';
        const label = short(l10n, (name) => shorten(valueOf(name)));
        return { id, sentences: [tell(l10n, valueOf)], short: label, verdict };
      }
    }
    return undefined;
  };
}

/** The match of the first pattern that has one. */
export function firstMatch(patterns: readonly RegExp[], message: string): RegExpExecArray | null {
  for (const pattern of patterns) {
    const found = pattern.exec(message);
    if (found) {
      return found;
    }
  }
  return null;
}
