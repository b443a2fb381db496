import { endOf, type Span, shiftSpan, type Sliceable } from '../base/span';
import type { Catalog, CodeMatch } from '../catalog';
import { isJsonEnvelope, type Envelope, type ParsedText, type SourceKind } from '../envelope/envelope';
import type { Settings } from '../context/settings';
import { type Part } from '../document';
import { byPlace, rules, runRules, toFinding } from '../rules';
import { shift } from './cappedFindings';
import type { Finding, Fix, FixContext, Rule } from '../rules/rule';

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

/** The rules that have a fix, in the order of the table. */
const fixableRules = rules.filter((rule) => 'fix' in rule || 'fixContent' in rule || 'fixDocument' in rule);

/** The findings between two offsets of a document that have fixes, part by part. */
export function* fixableFindings(
  parts: readonly Part[],
  start: number,
  end: number,
  knowledge: FixKnowledge,
): Iterable<FixableFinding> {
  const { catalog, settings } = knowledge;
  const lookUp = (code: string): CodeMatch => catalog.match(code, settings.product);
  for (const { base, text, responses } of parts) {
    const isNear = ({ span }: { readonly span: Span }): boolean =>
      base + span.offset <= end && base + endOf(span) >= start;
    const near: ParsedText = {
      envelopes: responses.envelopes.filter((envelope) => isNear(envelope) && canFix(envelope)),
      breaks: [],
      missingResponses: responses.missingResponses.filter(isNear),
    };
    const found: { finding: Finding; make: () => Iterable<Fix> | undefined }[] = [];
    runRules(fixableRules, near, text, catalog, settings, (rule, severity, report, envelope, context) => {
      if (isNear(report)) {
        const make = (): Iterable<Fix> | undefined =>
          envelope && context
            ? fixesOf(rule, report.span, envelope, { ...context, lookUp, newRequestId: knowledge.newRequestId })
            : documentFixesOf(rule, report.span, text);
        found.push({ finding: toFinding(rule, severity, report), make });
      }
    });
    for (const { finding, make } of found.sort((one, other) => byPlace(one.finding, other.finding))) {
      const fixes = [...(make() ?? [])].map((fix) => shiftFix(fix, base));
      if (fixes.length > 0) {
        yield { finding: shift(finding, base), fixes };
      }
    }
  }
}

function canFix({ source, shape }: Envelope): boolean {
  return shape ? plainJson.has(source) && !shape.broken : source === 'sdk-text';
}

function fixesOf(rule: Rule, span: Span, envelope: Envelope, context: FixContext): Iterable<Fix> | undefined {
  if ('checkContent' in rule) {
    return rule.fixContent?.(envelope, span, context);
  }
  return 'check' in rule && isJsonEnvelope(envelope) ? rule.fix?.(envelope, span, context) : undefined;
}

function documentFixesOf(rule: Rule, span: Span, text: Sliceable): Iterable<Fix> | undefined {
  return 'checkDocument' in rule ? rule.fixDocument?.(span, text) : undefined;
}

function shiftFix(fix: Fix, base: number): Fix {
  return base === 0
    ? fix
    : { ...fix, edits: fix.edits.map(({ span, text }) => ({ span: shiftSpan(span, base), text })) };
}
