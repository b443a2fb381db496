import * as l10n from '../base/localizer';
import { insightsOf, type FailureTexts, type Insight, type PolicyDraft, type Sentence } from '../insights';
import * as markdown from '../base/markdown';
import type { Markdown } from '../base/markdown';
import { plainText } from '../base/plainText';

/** UTF-16 units of an insight beside code, and of all of them as text. */
const longestShort = 120;
const longestText = 2000;

/** Texts of a failure with their places, as envelopes have them. */
type Texts = Readonly<Record<keyof FailureTexts, { readonly value: string } | undefined>>;

/** The texts of an envelope that insights are read from. */
export function textsOf({ code, message, requestId }: Texts): FailureTexts {
  return { code: code?.value, message: message?.value, requestId: requestId?.value };
}

/** What the message of a failure adds, a paragraph an insight. */
export function insightMarkdown(insights: readonly Insight[]): Markdown[] {
  return insights.map(({ sentences }) => markdown.line(sentences.map(sentenceMarkdown), ' '));
}

function sentenceMarkdown(sentence: Sentence): Markdown {
  return markdown.line(
    sentence.map((part) => (typeof part === 'string' ? markdown.prose(part) : markdown.code(part.value))),
  );
}

/** A policy that would allow what the message says was denied; undefined where it names nothing that was. */
export function policyDraft(failure: Texts): PolicyDraft | undefined {
  return insightsOf(textsOf(failure)).find(({ policy }) => policy !== undefined)?.policy;
}

/** Where a policy that would allow what was denied can be had. */
export function policyHint(insights: readonly Insight[]): Markdown[] {
  return insights.some(({ policy }) => policy !== undefined)
    ? [markdown.prose(l10n.t('In VS Code, "API Response: Copy CAM Policy Draft" copies a policy that would allow it.'))]
    : [];
}

/** The same as one line of plain text, for places that people at support read. Empty where there is none. */
export function insightText(failure: FailureTexts): string {
  const sentences = insightsOf(failure).flatMap((insight) => insight.sentences.map(sentenceText));
  return plainText(sentences.join(' '), longestText);
}

function sentenceText(sentence: Sentence): string {
  return sentence.map((part) => (typeof part === 'string' ? part.replaceAll('`', '') : part.value)).join('');
}

/** Some words for a line that says more; undefined where there is no insight. */
export function insightLabel([first]: readonly Insight[]): string | undefined {
  return first && plainText(first.short, longestShort);
}
