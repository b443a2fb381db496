import { quoted } from '../base/plainText';
import type { Severity } from '../base/severity';
import { shiftSpan } from '../base/span';
import type { ServiceContext } from '../context/serviceContext';
import { rules } from '../rules';
import type { Report } from '../rules/rule';
import { runRules, type RuleResult, type Stretch } from './runRules';

/** A report of a rule, with its severity. */
export interface Finding extends Report {
  /** The ID of the rule. */
  readonly rule: string;
  readonly severity: Severity;
}

const positions: ReadonlyMap<string, number> = new Map(rules.map(({ meta }, index) => [meta.id, index]));

/** All findings in a stretch of text, in order. */
export function findFindings(stretch: Stretch, context: ServiceContext): Finding[] {
  return runRules(rules, stretch, context).map(toFinding).sort(byPosition);
}

/** The finding of a result. Its messages are plain text. */
export function toFinding({ rule, severity, report }: Pick<RuleResult, 'rule' | 'severity' | 'report'>): Finding {
  const { span, unnecessary, deprecated } = report;
  const message = quoted(report.message);
  const related = report.related?.map((each) => ({ ...each, message: quoted(each.message) }));
  // A spread takes four times as long.
  return { rule: rule.meta.id, severity, span, message, related, unnecessary, deprecated };
}

/** Compares findings by offset, then by the order of their rules. */
export function byPosition(one: Finding, other: Finding): number {
  return one.span.offset - other.span.offset || positionOf(one) - positionOf(other);
}

function positionOf({ rule }: Finding): number {
  return positions.get(rule) ?? 0;
}

/** Moves all spans of a finding by `delta` units. */
export function shiftFinding(finding: Finding, delta: number): Finding {
  if (delta === 0) {
    return finding;
  }
  const related = finding.related?.map((each) => ({ ...each, span: shiftSpan(each.span, delta) }));
  return { ...finding, span: shiftSpan(finding.span, delta), related };
}
