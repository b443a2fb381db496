import { endOf, type Span } from '../base/span';
import type { CodeMatch } from '../catalog';
import type { ServiceContext } from '../context/serviceContext';
import type { ApiResponseDocument } from '../document';
import { isJsonEnvelope, type Envelope, type SourceKind } from '../envelope/envelope';
import type { Fix } from '../fixes/fix';
import { rules } from '../rules';
import type { FixContext } from '../rules/rule';
import { byPosition, runRules, toFinding, type Finding, type RuleResult } from '../validation';
import { sourceFindings } from './sourceCode';

/** A finding of a document, with its fixes. */
export interface FixableFinding {
  readonly finding: Finding;
  readonly fixes: readonly Fix[];
}

/** Sources whose text is plain JSON, neither escaped nor missing. */
const plainJson: ReadonlySet<SourceKind> = new Set(['json', 'jsonl', 'http', 'text']);

const fixableRules = rules.filter(({ meta }) => meta.fix !== undefined);

/** The findings that touch a span and have fixes, in the order of the text. */
export function* fixableFindings(
  document: ApiResponseDocument,
  within: Span,
  context: ServiceContext,
): Iterable<FixableFinding> {
  for (const { finding, fixes } of sourceFindings(document, context, within)) {
    yield* withFixes(finding, fixes());
  }
  const { text } = document;
  const isNear = ({ span }: { readonly span: Span }): boolean =>
    span.offset <= endOf(within) && endOf(span) >= within.offset;
  const parsed = {
    envelopes: document.envelopes({ within, where: canFix }),
    breaks: [],
    missingResponses: document.missingResponses().filter(isNear),
  };
  const { catalog, settings, newRequestId } = context;
  const lookUp = (code: string): CodeMatch => catalog.match(code, settings.product);
  const results = runRules(fixableRules, { text, parsed }, context)
    .filter(({ report }) => isNear(report))
    .map((result) => ({ result, finding: toFinding(result) }))
    .sort((one, other) => byPosition(one.finding, other.finding));
  for (const { result, finding } of results) {
    yield* withFixes(finding, [...fixesOf(result, { ...result.context, lookUp, newRequestId })]);
  }
}

function withFixes(finding: Finding, fixes: readonly Fix[]): FixableFinding[] {
  return fixes.length > 0 ? [{ finding, fixes }] : [];
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
  return ('check' in rule && envelope && isJsonEnvelope(envelope) && rule.fix?.(envelope, report.span, context)) || [];
}
