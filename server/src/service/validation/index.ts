/** Runs the rules on parsed text. */
export { byPosition, shiftFinding, toFinding, type Finding } from './findings';
export { isRuleId, isRuleSeverity, readRuleSettings } from './ruleSettings';
export { runRules, type RuleResult } from './runRules';
export { findInSource, type SourceFinding } from './runSourceRules';
export { Validator, type CappedFindings } from './validator';
