import { endOf, shiftSpan, type Span } from '../base/span';
import type { Catalog, CodeMatch } from '../catalog';
import type { Settings } from '../context/settings';
import { type Part } from '../document';
import { isJsonEnvelope, type Envelope, type ParsedText, type SourceKind } from '../envelope/envelope';
import type { Fix } from '../fixes/fix';
import { rules } from '../rules';
import type { FixContext } from '../rules/rule';
import { byPosition, shiftFinding, toFinding, type Finding } from './findings';
import { runRules, type RuleResult } from './runRules';

/** A finding of a document, and how to make it go away. */
export interface FixableFinding {
  readonly finding: Finding;
  readonly fixes: readonly Fix[];
}

/** What fixes are made with, apart from the document. */
export interface FixKnowledge {
  readonly catalog: Catalog;
  readonly settings: Settings;
  readonly newRequestId: () => string;
}

/** Sources whose text is JSON as it is written; in the others it is escaped, or there is none. */
const plainJson: ReadonlySet<SourceKind> = new Set(['json', 'jsonl', 'http', 'text']);

const fixableRules = rules.filter(({ meta }) => meta.fix !== undefined);

/** The findings between two offsets of a document that have fixes, part by part. */
export function* fixableFindings(
  parts: readonly Part[],
  start: number,
  end: number,
  knowledge: FixKnowledge,
): Iterable<FixableFinding> {
  for (const part of parts) {
    const { base } = part;
    const isNear = ({ span }: { readonly span: Span }): boolean =>
      base + span.offset <= end && base + endOf(span) >= start;
    yield* fixableFindingsOfPart(part, isNear, knowledge);
  }
}

function* fixableFindingsOfPart(
  { base, text, responses }: Part,
  isNear: (of: { readonly span: Span }) => boolean,
  { catalog, settings, newRequestId }: FixKnowledge,
): Iterable<FixableFinding> {
  const near: ParsedText = {
    envelopes: responses.envelopes.filter((envelope) => isNear(envelope) && canFix(envelope)),
    breaks: [],
    missingResponses: responses.missingResponses.filter(isNear),
  };
  const lookUp = (code: string): CodeMatch => catalog.match(code, settings.product);
  const results = [...runRules(fixableRules, { responses: near, text, catalog, settings })]
    .filter(({ report }) => isNear(report))
    .map((result) => ({ result, finding: toFinding(result) }))
    .sort((one, other) => byPosition(one.finding, other.finding));
  for (const { result, finding } of results) {
    const fixes = [...fixesOf(result, { ...result.context, lookUp, newRequestId })].map((fix) => shiftFix(fix, base));
    if (fixes.length > 0) {
      yield { finding: shiftFinding(finding, base), fixes };
    }
  }
}

function canFix({ source, shape }: Envelope): boolean {
  return shape ? plainJson.has(source) && !shape.broken : source === 'sdk-text';
}

function fixesOf({ rule, report, envelope }: RuleResult, context: FixContext): Iterable<Fix> {
  if ('checkDocument' in rule) {
    return rule.fixDocument?.(report.span, context) ?? [];
  }
  if ('checkContent' in rule) {
    return (envelope && rule.fixContent?.(envelope, report.span, context)) ?? [];
  }
  return (envelope && isJsonEnvelope(envelope) && rule.fix?.(envelope, report.span, context)) || [];
}

function shiftFix(fix: Fix, delta: number): Fix {
  return delta === 0
    ? fix
    : { ...fix, edits: fix.edits.map(({ span, text }) => ({ span: shiftSpan(span, delta), text })) };
}
