import type { Severity } from '../base/severity';
import type { Sliceable } from '../base/span';
import type { Catalog } from '../catalog';
import type { ServiceContext } from '../context/serviceContext';
import { isJsonEnvelope, type Envelope, type ParsedText } from '../envelope/envelope';
import { isBlank, isWellFormed } from '../envelope/members';
import type { Report, Rule, RuleContext } from '../rules/rule';

/** A parsed stretch of a document. Offsets count from the beginning of the stretch. */
export interface Stretch {
  readonly text: Sliceable;
  readonly parsed: ParsedText;
}

/** A report, with the rule and its input. */
export interface RuleResult {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly report: Report;
  readonly context: RuleContext;
  /** Undefined if the rule checks the document as a whole. */
  readonly envelope: Envelope | undefined;
}

interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
}

/** Runs the rules that are not off, first on the document, then on each envelope. */
export function runRules(
  rules: readonly Rule[],
  { text, parsed }: Stretch,
  { catalog, l10n, settings }: ServiceContext,
): RuleResult[] {
  const active = rules.flatMap((rule): ActiveRule[] => {
    const severity = settings.rules[rule.meta.id] ?? rule.meta.severity;
    return severity === 'off' ? [] : [{ rule, severity }];
  });
  const results: RuleResult[] = [];
  checkDocument(active, parsed, { text, l10n, match: undefined, misspellings: [] }, results);
  const rulesOf = relevantRules(active);
  for (const envelope of parsed.envelopes) {
    const { match, misspellings } = lookUp(envelope, catalog, settings.product);
    checkEnvelope(rulesOf(envelope), envelope, { text, l10n, match, misspellings }, results);
  }
  return results;
}

function checkDocument(
  active: readonly ActiveRule[],
  document: ParsedText,
  context: RuleContext,
  results: RuleResult[],
): void {
  for (const { rule, severity } of active) {
    if ('checkDocument' in rule) {
      for (const report of rule.checkDocument(document, context)) {
        results.push({ rule, severity, report, context, envelope: undefined });
      }
    }
  }
}

function checkEnvelope(
  active: readonly ActiveRule[],
  envelope: Envelope,
  context: RuleContext,
  results: RuleResult[],
): void {
  for (const { rule, severity } of active) {
    for (const report of reportsOn(envelope, rule, context)) {
      results.push({ rule, severity, report, context, envelope });
    }
  }
}

const nothing: readonly Report[] = [];

function reportsOn(envelope: Envelope, rule: Rule, context: RuleContext): Iterable<Report> {
  if ('checkContent' in rule) {
    return rule.checkContent(envelope, context);
  }
  return 'check' in rule && isJsonEnvelope(envelope) ? rule.check(envelope, context) : nothing;
}

/** The rules that may find something in an envelope: few of them for the form that nearly all have. */
function relevantRules(active: readonly ActiveRule[]): (envelope: Envelope) => readonly ActiveRule[] {
  const onFailure = active.filter(({ rule }) => rule.meta.about !== 'form');
  const onSuccess = onFailure.filter(({ rule }) => rule.meta.about !== 'code');
  return (envelope) => {
    if (isJsonEnvelope(envelope) && !isWellFormed(envelope)) {
      return active;
    }
    return envelope.status === 'failure' ? onFailure : onSuccess;
  };
}

function lookUp({ code }: Envelope, catalog: Catalog, product: string): Pick<RuleContext, 'match' | 'misspellings'> {
  const match = code && !isBlank(code.value) ? catalog.match(code.value, product) : undefined;
  return { match, misspellings: match ? catalog.misspellings(match, product) : [] };
}
