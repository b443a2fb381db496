import type { Catalog } from '../catalog';
import { isJsonEnvelope, type Envelope, type ResponseDocument } from '../envelope';
import type { Settings } from '../settings';
import type { Sliceable } from '../sources';
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

/** All findings of a stretch of text, in its order. */
export function findings(
  responses: ResponseDocument,
  text: Sliceable,
  catalog: Catalog,
  settings: Settings,
): Finding[] {
  const found: Finding[] = [];
  const report = (rule: Rule, severity: Severity, reports: Iterable<Report>): void => {
    for (const { span, message, related, unnecessary, deprecated } of reports) {
      // Member by member: a spread takes four times as long.
      found.push({ rule: rule.id, severity, span, message, related, unnecessary, deprecated });
    }
  };
  const active = rules.flatMap((rule) => {
    const severity = settings.rules[rule.id] ?? rule.severity;
    return severity === 'off' ? [] : [{ rule, severity }];
  });
  for (const { rule, severity } of active) {
    if ('checkDocument' in rule) {
      report(rule, severity, rule.checkDocument(responses));
    }
  }
  for (const envelope of responses.envelopes) {
    const context = contextOf(envelope, text, catalog, settings.product);
    for (const { rule, severity } of active) {
      if ('checkContent' in rule) {
        report(rule, severity, rule.checkContent(envelope, context));
      } else if ('check' in rule && isJsonEnvelope(envelope)) {
        report(rule, severity, rule.check(envelope, context));
      }
    }
  }
  return found.sort(byPlace);
}

/** The order in which findings are listed: that of the text, and of the table where they begin at the same place. */
export function byPlace(one: Finding, other: Finding): number {
  return one.span.offset - other.span.offset || ruleIds.indexOf(one.rule) - ruleIds.indexOf(other.rule);
}

/** What rules are told beside the envelope. */
export function contextOf({ code }: Envelope, text: Sliceable, catalog: Catalog, product: string): RuleContext {
  const match = code && code.value.trim() !== '' ? catalog.match(code.value, product) : undefined;
  return { text, match, misspellings: match ? catalog.misspellings(match, product) : [] };
}
