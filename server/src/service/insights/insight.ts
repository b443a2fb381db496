import type { Localizer } from '../base/localizer';
import type { Fault, Retry } from '../base/verdict';
import type { RequestContext } from '../request';

/** The kinds of insights. */
export type InsightId =
  | 'rate-limit'
  | 'clock-skew'
  | 'cam-denial'
  | 'inner-code'
  | 'offer'
  | 'account'
  | 'busy'
  | 'cidr-conflict'
  | 'plain-words'
  | 'client-token'
  | 'quota'
  | 'old-api'
  | 'parameter'
  | 'request-size'
  | 'text-length'
  | 'resource-id'
  | 'request-id';

/** The texts of a failure as they are in the response. */
export interface FailureTexts {
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly requestId: string | undefined;
  /** The call it answers, as far as the text around it shows. Looked for only where a message makes it matter. */
  readonly call?: () => RequestContext;
}

/** A value from the message: untrusted text, always shown as code. */
export interface Quoted {
  readonly value: string;
}

/** Our own words, in which backticks mark code, with values from the message in between. */
export type Sentence = readonly (string | Quoted)[];

/** A policy that would allow what was denied, for a human to review. */
export interface PolicyDraft {
  /** The policy as JSON, as CAM accepts it. */
  readonly text: string;
  /** What it allows, such as `cvm:RunInstances`. */
  readonly actions: readonly string[];
}

/** What the message settles where the code leaves it open. */
export interface Verdict {
  readonly fault?: Fault;
  readonly retry?: Retry;
  /** The code whose help fits. If there is none, no help does but the insight itself. */
  readonly code?: string;
}

/** What the message of a failure adds to the meaning of its code. */
export interface Insight {
  readonly id: InsightId;
  /** One or two sentences each. */
  readonly sentences: readonly Sentence[];
  /** A few words of plain text for a code lens. May contain values from the message, so it is untrusted. */
  readonly short: string;
  /** Set for a denial whose message names the resources. */
  readonly policy?: PolicyDraft;
  /** Set if the message says more plainly than the code what went wrong. */
  readonly verdict?: Verdict;
}

/** The texts of a failure, trimmed and shortened; missing ones are empty. */
export type PreparedTexts = Readonly<Record<'code' | 'message' | 'requestId', string>> &
  Required<Pick<FailureTexts, 'call'>>;

/** Reads one kind of insight; undefined if the message has no known wording. */
export type InsightReader = (failure: PreparedTexts, l10n: Localizer) => Insight | undefined;

/** Maximum length of a shown value, in UTF-16 units. */
const maxValueLength = 100;

/** Shortens a value of the message. */
export function shorten(value: string): string {
  return value.length > maxValueLength ? `${value.slice(0, maxValueLength)}…` : value;
}

/** Fills the placeholders of a translated template: numbers as our own words, strings as values of the message. */
export function sentence(template: string, ...values: readonly (string | number)[]): Sentence {
  return template
    .split(/\{(\d)\}/)
    .map((part, index) => (index % 2 === 0 ? part : filling(values[Number(part)] ?? '')))
    .filter((part) => part !== '');
}

function filling(value: string | number): string | Quoted {
  return typeof value === 'number' ? String(value) : { value: shorten(value) };
}
