import type { Sliceable } from '../base/span';
import type { Catalog } from '../catalog';
import { isJsonEnvelope, type Envelope, type ParsedText } from '../envelope/envelope';
import type { Settings } from '../context/settings';
import { dataBesideError } from './dataBesideError';
import { deprecatedAction } from './deprecatedAction';
import { duplicateMember } from './duplicateMember';
import { emptyError } from './emptyError';
import { emptyErrorCode } from './emptyErrorCode';
import { emptyRequestId } from './emptyRequestId';
import { errorCodeNotString } from './errorCodeNotString';
import { errorMessageNotString } from './errorMessageNotString';
import { errorNotObject } from './errorNotObject';
import { invalidJson } from './invalidJson';
import { memberBesideResponse } from './memberBesideResponse';
import { misplacedRequestId } from './misplacedRequestId';
import { missingErrorCode } from './missingErrorCode';
import { missingErrorMessage } from './missingErrorMessage';
import { missingRequestId } from './missingRequestId';
import { missingResponse } from './missingResponse';
import { misspelledErrorCode } from './misspelledErrorCode';
import { misspelledMember } from './misspelledMember';
import { nullError } from './nullError';
import { paddedErrorCode } from './paddedErrorCode';
import { requestIdMismatch } from './requestIdMismatch';
import { requestIdNotString } from './requestIdNotString';
import { responseNotObject } from './responseNotObject';
import { unexpectedErrorMember } from './unexpectedErrorMember';
import { unknownErrorCode } from './unknownErrorCode';
import { ruleIds, type Severity } from './ids';
import type { Finding, Report, Rule, RuleContext } from './rule';

export type { RuleId, RuleSeverity, Severity } from './ids';
export type { Edit, Finding, Rule } from './rule';

/** The table of rules, in the order of docs/rules.md. */
export const rules: readonly Rule[] = [
  missingResponse,
  responseNotObject,
  missingRequestId,
  requestIdNotString,
  emptyRequestId,
  errorNotObject,
  nullError,
  missingErrorCode,
  missingErrorMessage,
  errorCodeNotString,
  errorMessageNotString,
  emptyError,
  emptyErrorCode,
  paddedErrorCode,
  misspelledErrorCode,
  unknownErrorCode,
  misspelledMember,
  misplacedRequestId,
  unexpectedErrorMember,
  duplicateMember,
  requestIdMismatch,
  deprecatedAction,
  memberBesideResponse,
  dataBesideError,
  invalidJson,
];

/** Takes what a rule says, and of which envelope; of the document as a whole where there is none. */
type TakeReport = (rule: Rule, severity: Severity, report: Report, envelope?: Envelope, context?: RuleContext) => void;

/** All findings of a stretch of text, in its order. */
export function findings(responses: ParsedText, text: Sliceable, catalog: Catalog, settings: Settings): Finding[] {
  const found: Finding[] = [];
  runRules(rules, responses, text, catalog, settings, (rule, severity, report) =>
    found.push(toFinding(rule, severity, report)),
  );
  return found.sort(byPlace);
}

/** Runs rules over a stretch of text, but those that are off. */
export function runRules(
  wanted: readonly Rule[],
  responses: ParsedText,
  text: Sliceable,
  catalog: Catalog,
  settings: Settings,
  take: TakeReport,
): void {
  const active = wanted.flatMap((rule) => {
    const severity = settings.rules[rule.id] ?? rule.severity;
    return severity === 'off' ? [] : [{ rule, severity }];
  });
  for (const { rule, severity } of active) {
    if ('checkDocument' in rule) {
      for (const report of rule.checkDocument(responses)) {
        take(rule, severity, report);
      }
    }
  }
  const ofSuccess = active.filter(({ rule }) => rule.about !== 'error');
  for (const envelope of responses.envelopes) {
    const context = contextOf(envelope, text, catalog, settings.product);
    for (const { rule, severity } of hasError(envelope) ? active : ofSuccess) {
      const reports =
        'checkContent' in rule
          ? rule.checkContent(envelope, context)
          : 'check' in rule && isJsonEnvelope(envelope)
            ? rule.check(envelope, context)
            : [];
      for (const report of reports) {
        take(rule, severity, report, envelope, context);
      }
    }
  }
}

/** The exception text of an SDK always has one. */
function hasError({ shape }: Envelope): boolean {
  return shape === undefined || shape.error !== undefined;
}

export function toFinding(rule: Rule, severity: Severity, report: Report): Finding {
  const { span, message, related, unnecessary, deprecated } = report;
  // Member by member: a spread takes four times as long.
  return { rule: rule.id, severity, span, message, related, unnecessary, deprecated };
}

/** The order in which findings are listed: that of the text, and of the table where they begin at the same place. */
export function byPlace(one: Finding, other: Finding): number {
  return one.span.offset - other.span.offset || ruleIds.indexOf(one.rule) - ruleIds.indexOf(other.rule);
}

function contextOf({ code }: Envelope, text: Sliceable, catalog: Catalog, product: string): RuleContext {
  const match = code && code.value.trim() !== '' ? catalog.match(code.value, product) : undefined;
  return { text, match, misspellings: match ? catalog.misspellings(match, product) : [] };
}
