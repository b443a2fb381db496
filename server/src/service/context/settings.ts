import type { RuleSeverity } from '../base/severity';

/** The settings that answers depend on. */
export interface Settings {
  /** Severities other than the default, by rule ID. */
  readonly rules: Readonly<Partial<Record<string, RuleSeverity>>>;
  /** The product that codes belong to, such as `cfw`; empty if unknown. */
  readonly product: string;
  /** Explain and check codes in source code. */
  readonly sourceCode: boolean;
}

export const defaultSettings: Settings = { rules: {}, product: '', sourceCode: true };
