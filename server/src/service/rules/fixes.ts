import type { Catalog } from '../catalog';
import { isJsonEnvelope, type Envelope, type SourceKind } from '../envelope';
import type { Settings } from '../settings';
import { shiftSpan, type Part } from '../sources';
import { contextOf, findings, rules } from './index';
import { shift } from './someFindings';
import type { Finding, Fix, FixContext, Rule } from './rule';

/** A finding of a document, and how to make it go away. */
export interface FixableFinding {
  readonly finding: Finding;
  readonly fixes: readonly Fix[];
}

/** What fixes are made with, beside the document. */
export interface FixKnowledge {
  readonly catalog: Catalog;
  readonly settings: Settings;
  readonly newRequestId: () => string;
}

/** Sources whose text is JSON as it stands: elsewhere it is escaped, or there is none. */
const plainJson: ReadonlySet<SourceKind> = new Set(['json', 'jsonl', 'http', 'text']);

const ruleOf = new Map<string, Rule>(rules.map((rule) => [rule.id, rule]));

/** The findings between two offsets of a document that have fixes, part by part. */
export function* fixableFindings(
  parts: readonly Part[],
  start: number,
  end: number,
  knowledge: FixKnowledge,
): Iterable<FixableFinding> {
  const { catalog, settings } = knowledge;
  for (const { base, text, responses } of parts) {
    const isNear = ({ span }: Pick<Finding, 'span'>): boolean =>
      base + span.offset <= end && base + span.offset + span.length >= start;
    const find = (found: Partial<typeof responses>): Finding[] =>
      findings({ envelopes: [], breaks: [], faults: [], ...found }, text, catalog, settings).filter(isNear);
    for (const envelope of responses.envelopes) {
      if (isNear(envelope) && canFix(envelope)) {
        const context = {
          ...contextOf(envelope, text, catalog, settings.product),
          lookUp: (code: string) => catalog.match(code, settings.product),
          newRequestId: knowledge.newRequestId,
        };
        for (const finding of find({ envelopes: [envelope] })) {
          yield* fixable(finding, fixesOf(finding, envelope, context), base);
        }
      }
    }
    for (const finding of find({ faults: responses.faults.filter(isNear) })) {
      const rule = ruleOf.get(finding.rule);
      yield* fixable(
        finding,
        rule && 'checkDocument' in rule ? (rule.fixDocument?.(finding.span, text) ?? []) : [],
        base,
      );
    }
  }
}

function canFix({ source, shape }: Envelope): boolean {
  return shape ? plainJson.has(source) && !shape.broken : source === 'sdk-text';
}

function fixesOf(finding: Finding, envelope: Envelope, context: FixContext): Iterable<Fix> {
  const rule = ruleOf.get(finding.rule);
  if (rule && 'checkContent' in rule) {
    return rule.fixContent?.(envelope, finding.span, context) ?? [];
  }
  return rule && 'check' in rule && isJsonEnvelope(envelope) ? (rule.fix?.(envelope, finding.span, context) ?? []) : [];
}

function* fixable(finding: Finding, found: Iterable<Fix>, base: number): Iterable<FixableFinding> {
  const fixes = [...found].map((fix) => ({
    ...fix,
    edits: fix.edits.map(({ span, text }) => ({ span: shiftSpan(span, base), text })),
  }));
  if (fixes.length > 0) {
    yield { finding: shift(finding, base), fixes };
  }
}
