import type { Localizer } from '../base/localizer';
import * as markdown from '../base/markdown';
import type { Markdown } from '../base/markdown';
import { plainText } from '../base/plainText';
import { insightsOf, type FailureTexts, type Insight, type PolicyDraft, type Sentence } from '../insights';

/** UTF-16 units of an insight beside code, and of all of them as text. */
const maxShortLength = 120;
const maxTextLength = 2000;

/** Texts of a failure with their places, as envelopes have them. */
type PlacedTexts = Readonly<Record<keyof FailureTexts, { readonly value: string } | undefined>>;

/** What the message of an envelope adds to what its code says. */
export function insightsOfEnvelope({ code, message, requestId }: PlacedTexts, l10n: Localizer): Insight[] {
  return insightsOf({ code: code?.value, message: message?.value, requestId: requestId?.value }, l10n);
}

/** What the message of a failure adds, one paragraph per insight. */
export function insightMarkdown(insights: readonly Insight[]): Markdown[] {
  return insights.map(({ sentences }) => markdown.line(sentences.map(sentenceMarkdown), ' '));
}

function sentenceMarkdown(sentence: Sentence): Markdown {
  return markdown.line(
    sentence.map((part) => (typeof part === 'string' ? markdown.prose(part) : markdown.code(part.value))),
  );
}

/** A policy that would allow what the message says was denied; undefined where it names nothing that was. */
export function policyDraft(insights: readonly Insight[]): PolicyDraft | undefined {
  return insights.find(({ policy }) => policy !== undefined)?.policy;
}

/** Where a policy that would allow what was denied can be had. */
export function policyHint(insights: readonly Insight[], l10n: Localizer): Markdown[] {
  return policyDraft(insights)
    ? [markdown.prose(l10n.t('In VS Code, "API Response: Copy CAM Policy Draft" copies a policy that would allow it.'))]
    : [];
}

/** The insights of a failure as one line of plain text, for places that people at support read. Empty where there is none. */
export function insightText(failure: FailureTexts, l10n: Localizer): string {
  const sentences = insightsOf(failure, l10n).flatMap((insight) => insight.sentences.map(sentenceText));
  return plainText(sentences.join(' '), maxTextLength);
}

function sentenceText(sentence: Sentence): string {
  return sentence.map((part) => (typeof part === 'string' ? part.replaceAll('`', '') : part.value)).join('');
}

/** Some words for a line that says more; undefined where there is no insight. */
export function insightLabel([first]: readonly Insight[]): string | undefined {
  return first && plainText(first.short, maxShortLength);
}
