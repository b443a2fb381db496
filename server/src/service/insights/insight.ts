import type { Localizer } from '../base/localizer';

/** What kind of thing an insight tells. */
export type InsightId =
  'rate-limit' | 'clock-skew' | 'cam-denial' | 'parameter' | 'quota' | 'request-size' | 'request-id';

/** What an insight is read from: the texts of one failure, as they stand in the response. */
export interface FailureTexts {
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly requestId: string | undefined;
}

/** A value of the message: text from outside, which is shown as code and never read as anything else. */
export interface Quoted {
  readonly value: string;
}

/** Words of ours, in which single backticks mark code, and values of the message between them. */
export type Sentence = readonly (string | Quoted)[];

/** A policy that would allow what was denied, for a human to judge. */
export interface PolicyDraft {
  /** The policy as JSON, in the form that CAM takes. */
  readonly text: string;
  /** What it allows, such as `cvm:RunInstances`. */
  readonly actions: readonly string[];
}

/** What the message of one failure adds to what its code says. */
export interface Insight {
  readonly id: InsightId;
  /** One or two sentences each. */
  readonly sentences: readonly Sentence[];
  /** Some words in plain text, for a line that says more. It may hold values of the message: show it as such. */
  readonly short: string;
  /** Of a denial whose message names the resources. */
  readonly policy?: PolicyDraft;
}

/** The texts of a failure, prepared: none is missing, none has whitespace at its ends, none is long. */
export type Facts = Readonly<Record<keyof FailureTexts, string>>;

/** Reads one kind of insight; undefined where the message has no known wording. */
export type InsightReader = (failure: Facts, l10n: Localizer) => Insight | undefined;

/** UTF-16 units of a value that are shown. */
const maxValueLength = 100;

/** A value of the message that is not too long to be shown. */
export function cut(value: string): string {
  return value.length > maxValueLength ? `${value.slice(0, maxValueLength)}…` : value;
}

/** A translated template with its placeholders filled: numbers as words of ours, texts as values of the message. */
export function sentence(template: string, ...values: readonly (string | number)[]): Sentence {
  return template
    .split(/\{(\d)\}/)
    .map((part, index) => (index % 2 === 0 ? part : filling(values[Number(part)] ?? '')))
    .filter((part) => part !== '');
}

function filling(value: string | number): string | Quoted {
  return typeof value === 'number' ? String(value) : { value: cut(value) };
}
