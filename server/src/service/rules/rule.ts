import type { Span, Sliceable } from '../base/span';
import type { CodeMatch } from '../catalog';
import type { Envelope, JsonEnvelope, ParsedText } from '../envelope/envelope';
import type { RuleId, RuleSeverity, Severity } from './ids';

/** A place that a finding refers to beside its own. */
export interface Related {
  readonly span: Span;
  readonly message: string;
}

/** What a rule says; the table adds its id and severity. */
export interface Report {
  readonly span: Span;
  readonly message: string;
  readonly related?: readonly Related[] | undefined;
  /** The editor may draw the span as unneeded. */
  readonly unnecessary?: boolean | undefined;
  /** The editor may strike the span through. */
  readonly deprecated?: boolean | undefined;
}

export interface Finding extends Report {
  readonly rule: RuleId;
  readonly severity: Severity;
}

export interface RuleContext {
  /** The text in which the envelope's spans count. */
  readonly text: Sliceable;
  /** How the envelope's code meets the catalog; undefined where it has none worth looking up. */
  readonly match: CodeMatch | undefined;
  /** Known codes that the envelope's code may be a slip of, nearest first. */
  readonly misspellings: readonly string[];
}

/** One change of the text: what stands in the place of a span. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** A way to make a finding go away. */
export interface Fix {
  readonly title: string;
  /** They do not overlap. */
  readonly edits: readonly Edit[];
  /** It says nothing that the text did not say before, and drops nothing that a reader uses. */
  readonly safe: boolean;
}

export interface FixContext extends RuleContext {
  /** How a code meets the catalog. */
  readonly lookUp: (code: string) => CodeMatch;
  /** An id for a response that has none. */
  readonly newRequestId: () => string;
}

interface RuleBase {
  readonly id: RuleId;
  readonly severity: RuleSeverity;
  /** It judges `Error` and what is in it: where there is none it is not asked. */
  readonly about?: 'error';
}

/** A check of the form of one envelope. */
export interface EnvelopeRule extends RuleBase {
  check(envelope: JsonEnvelope, context: RuleContext): Iterable<Report>;
  /** Ways to make a finding go away, the likeliest first. `span` is the finding's own. */
  fix?(envelope: JsonEnvelope, span: Span, context: FixContext): Iterable<Fix>;
}

/** A check of what an envelope says, which holds for an SDK's exception text as well. */
export interface ContentRule extends RuleBase {
  checkContent(envelope: Envelope, context: RuleContext): Iterable<Report>;
  fixContent?(envelope: Envelope, span: Span, context: FixContext): Iterable<Fix>;
}

/** A check of the document as a whole. */
export interface DocumentRule extends RuleBase {
  checkDocument(document: ParsedText): Iterable<Report>;
  fixDocument?(span: Span, text: Sliceable): Iterable<Fix>;
}

export type Rule = EnvelopeRule | ContentRule | DocumentRule;
