import { ruleIds, type RuleId, type RuleSeverity } from '../rules/ids';

/** What the user chose, as far as the answers depend on it. */
export interface Settings {
  readonly rules: Readonly<Partial<Record<RuleId, RuleSeverity>>>;
  /** Product whose codes are meant, such as `cfw`; empty: not known. */
  readonly product: string;
}

export const defaultSettings: Settings = { rules: {}, product: '' };

const severities: ReadonlySet<string> = new Set(['error', 'warning', 'information', 'hint', 'off']);

/** Keeps what makes sense of rule settings that come from outside; the rest is as if it were not set. */
export function readRuleSettings(value: unknown): Settings['rules'] {
  const rules: Partial<Record<RuleId, RuleSeverity>> = {};
  if (typeof value === 'object' && value !== null) {
    for (const [id, severity] of Object.entries(value)) {
      if (isRuleId(id) && isRuleSeverity(severity)) {
        rules[id] = severity;
      }
    }
  }
  return rules;
}

export function isRuleId(id: string): id is RuleId {
  return ruleIds.some((known) => known === id);
}

export function isRuleSeverity(value: unknown): value is RuleSeverity {
  return typeof value === 'string' && severities.has(value);
}
