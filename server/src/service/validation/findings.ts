import type { Severity } from '../base/severity';
import { shiftSpan } from '../base/span';
import type { ServiceContext } from '../context/serviceContext';
import { rules } from '../rules';
import type { Report } from '../rules/rule';
import { runRules, type RuleResult, type Stretch } from './runRules';

/** What a rule found, and how severe that is. */
export interface Finding extends Report {
  /** The id of the rule. */
  readonly rule: string;
  readonly severity: Severity;
}

const positions: ReadonlyMap<string, number> = new Map(rules.map(({ meta }, index) => [meta.id, index]));

/** All findings in a stretch of text, in its order. */
export function findFindings(stretch: Stretch, context: ServiceContext): Finding[] {
  return Array.from(runRules(rules, stretch, context), toFinding).sort(byPosition);
}

/** What is shown of a result. */
export function toFinding({ rule, severity, report }: RuleResult): Finding {
  const { span, message, related, unnecessary, deprecated } = report;
  // Member by member: a spread takes four times as long.
  return { rule: rule.meta.id, severity, span, message, related, unnecessary, deprecated };
}

/** Sorts findings by their place in the text; those that begin at the same place, by their rules. */
export function byPosition(one: Finding, other: Finding): number {
  return one.span.offset - other.span.offset || positionOf(one) - positionOf(other);
}

function positionOf({ rule }: Finding): number {
  return positions.get(rule) ?? 0;
}

/** The same finding in a text that begins `delta` units earlier. */
export function shiftFinding(finding: Finding, delta: number): Finding {
  if (delta === 0) {
    return finding;
  }
  const related = finding.related?.map((each) => ({ ...each, span: shiftSpan(each.span, delta) }));
  return { ...finding, span: shiftSpan(finding.span, delta), related };
}
