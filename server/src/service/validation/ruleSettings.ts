import { ruleSeverities, type RuleSeverity } from '../base/severity';
import type { Settings } from '../context/settings';
import { rules, type RuleId } from '../rules';

const ids: ReadonlySet<string> = new Set(rules.map(({ meta }) => meta.id));
const severities: ReadonlySet<unknown> = new Set(ruleSeverities);

/** Reads rule settings from untrusted input; invalid entries are ignored. */
export function readRuleSettings(value: unknown): Settings['rules'] {
  if (typeof value !== 'object' || value === null) {
    return {};
  }
  const entries = Object.entries(value).filter(
    (entry): entry is [RuleId, RuleSeverity] => isRuleId(entry[0]) && isRuleSeverity(entry[1]),
  );
  return Object.fromEntries(entries);
}

/** Whether a rule has this ID. */
export function isRuleId(id: string): id is RuleId {
  return ids.has(id);
}

/** Whether a rule can be set to this value. */
export function isRuleSeverity(value: unknown): value is RuleSeverity {
  return severities.has(value);
}
