/** How grave a finding is; names as in `apiResponse.rules` and on the command line. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

export type RuleSeverity = Severity | 'off';

/** Every rule, in the order of docs/rules.md. Ids are a contract: never renamed, never used again. */
export const ruleIds = [
  'missing-response',
  'response-not-object',
  'missing-request-id',
  'request-id-not-string',
  'empty-request-id',
  'error-not-object',
  'null-error',
  'missing-error-code',
  'missing-error-message',
  'error-code-not-string',
  'error-message-not-string',
  'empty-error',
  'empty-error-code',
  'padded-error-code',
  'misspelled-error-code',
  'unknown-error-code',
  'misspelled-member',
  'misplaced-request-id',
  'unexpected-error-member',
  'duplicate-member',
  'request-id-mismatch',
  'deprecated-action',
  'member-beside-response',
  'data-beside-error',
  'invalid-json',
] as const;

export type RuleId = (typeof ruleIds)[number];
