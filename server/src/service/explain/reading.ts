import type { Localizer } from '../base/localizer';
import type { CodeMatch } from '../catalog';
import type { Verdict } from '../insights';
import { readName, type NameReading } from '../nameReading';

/** What the name of a code says; undefined if it says nothing, or if the catalog has a description of the code itself. */
export function readingOf(match: CodeMatch, l10n: Localizer): NameReading | undefined {
  if (match.kind === 'none' || match.entry.scope === 'sdk') {
    return undefined;
  }
  return match.kind === 'parent' || match.entry.nameOnly ? readName(match.code, l10n) : undefined;
}

/** Whose fault it is and whether to retry: what the name says comes before what the parent says. */
export function verdictOfMatch(
  { entry }: Exclude<CodeMatch, { kind: 'none' }>,
  reading: NameReading | undefined,
): Pick<Verdict, 'fault' | 'retry'> {
  const fault = reading?.fault ?? entry.fault;
  const retry = reading?.retry ?? entry.retry;
  return { ...(fault ? { fault } : {}), ...(retry ? { retry } : {}) };
}
