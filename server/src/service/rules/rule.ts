import type { Localizer } from '../base/localizer';
import type { RuleSeverity } from '../base/severity';
import type { Sliceable, Span } from '../base/span';
import type { CodeMatch } from '../catalog';
import type { Envelope, JsonEnvelope, ParsedText } from '../envelope/envelope';
import type { Fix } from '../fixes/fix';
import type { CodeUse, Standing } from '../sourceCode';

/** What is known about a rule without running it. `npm run generate` writes the settings from it. */
export interface RuleMeta {
  /** The name of the rule's file in kebab case. Ids are a contract: never renamed, never used again. */
  readonly id: string;
  /** The default. */
  readonly severity: RuleSeverity;
  /** One line in English, and the key of its translations. */
  readonly description: string;
  /**
   * What the rule judges, so that it need not run on every response: how the fixed members are written and placed
   * (`form`: not run on responses with exactly the form of the contract), or what an error says (`code`: not run on
   * successes in that form).
   */
  readonly about?: 'form' | 'code';
  /** Whether its fixes are safe, if it has some; see `Fix.safe`. */
  readonly fix?: 'safe' | 'unsafe' | 'sometimes-safe';
}

/** A place that a finding refers to besides its own. */
export interface Related {
  readonly span: Span;
  readonly message: string;
}

/** What a rule says. */
export interface Report {
  readonly span: Span;
  readonly message: string;
  readonly related?: readonly Related[] | undefined;
  /** The editor may fade the span out. */
  readonly unnecessary?: boolean | undefined;
  /** The editor may strike the span through. */
  readonly deprecated?: boolean | undefined;
}

/** What every check is given. */
export interface DocumentContext {
  /** The text that spans refer to. */
  readonly text: Sliceable;
  readonly l10n: Localizer;
}

/** What checks of an envelope are given. */
export interface RuleContext extends DocumentContext {
  /** What the catalog has for the envelope's code; undefined where there is nothing to look up. */
  readonly match: CodeMatch | undefined;
  /** Known codes that the envelope's code may be a misspelling of, nearest first. */
  readonly misspellings: readonly string[];
}

/** What fixes of an envelope are given. */
export interface FixContext extends RuleContext {
  /** What the catalog has for a code. */
  readonly lookUp: (code: string) => CodeMatch;
  /** An id for a response that has none. */
  readonly newRequestId: () => string;
}

interface RuleBase {
  readonly meta: RuleMeta;
}

/** A check of the form of one envelope. */
export interface EnvelopeRule extends RuleBase {
  check(envelope: JsonEnvelope, context: RuleContext): Iterable<Report>;
  /** Ways to make a finding go away, the likeliest first. `span` is the finding's own. */
  fix?(envelope: JsonEnvelope, span: Span, context: FixContext): Iterable<Fix>;
}

/** A check of what an envelope says, which applies to an SDK's exception text as well. */
export interface ContentRule extends RuleBase {
  checkContent(envelope: Envelope, context: RuleContext): Iterable<Report>;
  fixContent?(envelope: Envelope, span: Span, context: FixContext): Iterable<Fix>;
}

/** A check of the document as a whole. */
export interface DocumentRule extends RuleBase {
  checkDocument(document: ParsedText, context: DocumentContext): Iterable<Report>;
  fixDocument?(span: Span, context: DocumentContext): Iterable<Fix>;
}

/** What checks of a code in source code are given. */
export interface SourceContext extends DocumentContext {
  /** What the lists of codes say of it. */
  readonly standing: Standing;
  /** The products that the file imports. */
  readonly products: readonly string[];
}

/** A check of one code in source code. */
export interface SourceRule extends RuleBase {
  checkSource(use: CodeUse, context: SourceContext): Iterable<Report>;
  fixSource?(use: CodeUse, context: SourceContext): Iterable<Fix>;
}

export type Rule = EnvelopeRule | ContentRule | DocumentRule | SourceRule;
