/** The settings of a rule in `apiResponse.rules` and on the command line, most severe first. */
export const ruleSeverities = ['error', 'warning', 'information', 'hint', 'off'] as const;

export type RuleSeverity = (typeof ruleSeverities)[number];

/** How severe a finding is. */
export type Severity = Exclude<RuleSeverity, 'off'>;
