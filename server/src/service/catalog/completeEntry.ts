import type { Entry } from './entry';
import { isUndecided, withoutVerdict } from './parent';

/** The fields that make an entry name the general one they were taken from. */
const proseFields = ['description', 'meaning', 'causes', 'steps'] as const;

/** An entry with what it lacks from a more general one: the common entry of its code, or that of a parent. */
export function completeEntry(entry: Entry, general: Entry): Entry {
  const isBorrowing = proseFields.some((field) => !entry[field] && general[field]);
  const isBelow = general.code !== entry.code;
  const isUnclear = isBelow && isUndecided(entry.code, general);
  const { vague, ...rest } = isUnclear ? withoutVerdict(general) : general;
  return {
    ...rest,
    ...(vague && !isBelow ? { vague } : {}),
    ...entry,
    // A line that only the parent has is not about this code.
    description: entry.description || (isUnclear ? '' : general.description),
    ...(isBorrowing ? { general: general.code } : {}),
  };
}
