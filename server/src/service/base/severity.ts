/** What a rule can be set to, as in `apiResponse.rules` and on the command line; the most severe first. */
export const ruleSeverities = ['error', 'warning', 'information', 'hint', 'off'] as const;

export type RuleSeverity = (typeof ruleSeverities)[number];

/** How severe a finding is. */
export type Severity = Exclude<RuleSeverity, 'off'>;
