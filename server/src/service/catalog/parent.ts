import type { Entry } from './entry';

/**
 * Words at which the end of a code speaks of the account or of the service, whatever its parent is about:
 * `InvalidParameter.InvalidCloudDiskSoldOut`.
 */
const otherMatters =
  /SoldOut|Arrear|Overdue|Exhausted|Insufficient|NotEnough|Balance(?![a-z])|Unavailable|Forbid|Denied|Permission|Unauthorized/;

/** Whether fault and retry of a code depend on the part of it that follows a parent. */
export function isUndecided(code: string, parent: Entry): boolean {
  return parent.vague === true || otherMatters.test(code.slice(parent.code.length));
}

/** What is known of a code from its parent alone: without fault and retry if they depend on the rest of the code. */
export function withoutVerdict(parent: Entry): Entry {
  const general: { -readonly [Field in keyof Entry]: Entry[Field] } = { ...parent };
  delete general.fault;
  delete general.retry;
  return general;
}
