import type { RuleSeverity } from '../base/severity';

/** What the user chose, as far as the answers depend on it. */
export interface Settings {
  /** Severities that are not the default, by the id of the rule. */
  readonly rules: Readonly<Partial<Record<string, RuleSeverity>>>;
  /** Product whose codes are meant, such as `cfw`; empty: not known. */
  readonly product: string;
}

export const defaultSettings: Settings = { rules: {}, product: '' };
