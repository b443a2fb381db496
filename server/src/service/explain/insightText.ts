import type { Localizer } from '../base/localizer';
import * as markdown from '../base/markdown';
import type { Markdown } from '../base/markdown';
import { plainText } from '../base/plainText';
import { insightsOf, type FailureTexts, type Insight, type PolicyDraft, type Sentence } from '../insights';

/** Maximum lengths in UTF-16 units: of an insight in a code lens, and of all insights as text. */
const maxShortLength = 120;
const maxTextLength = 2000;

/** The texts of a failure with their spans, as in an envelope. */
type PlacedTexts = Readonly<Record<keyof FailureTexts, { readonly value: string } | undefined>>;

/** The insights of an envelope. */
export function insightsOfEnvelope({ code, message, requestId }: PlacedTexts, l10n: Localizer): Insight[] {
  return insightsOf({ code: code?.value, message: message?.value, requestId: requestId?.value }, l10n);
}

/** Insights as Markdown, one paragraph each. */
export function insightMarkdown(insights: readonly Insight[]): Markdown[] {
  return insights.map(({ sentences }) => markdown.line(sentences.map(sentenceMarkdown), ' '));
}

function sentenceMarkdown(sentence: Sentence): Markdown {
  return markdown.line(
    sentence.map((part) => (typeof part === 'string' ? markdown.prose(part) : markdown.code(part.value))),
  );
}

/** The policy that would allow what was denied, if there is one. */
export function policyDraft(insights: readonly Insight[]): PolicyDraft | undefined {
  return insights.find(({ policy }) => policy !== undefined)?.policy;
}

/** A hint at the command that copies the policy draft, if there is one. */
export function policyHint(insights: readonly Insight[], l10n: Localizer): Markdown[] {
  return policyDraft(insights)
    ? [markdown.prose(l10n.t('In VS Code, "API Response: Copy CAM Policy Draft" copies a policy that would allow it.'))]
    : [];
}

/** The insights of a failure as one line of plain text, for tickets. Empty if there are none. */
export function insightText(failure: FailureTexts, l10n: Localizer): string {
  const sentences = insightsOf(failure, l10n).flatMap((insight) => insight.sentences.map(sentenceText));
  return plainText(sentences.join(' '), maxTextLength);
}

function sentenceText(sentence: Sentence): string {
  return sentence.map((part) => (typeof part === 'string' ? part.replaceAll('`', '') : part.value)).join('');
}

/** The first insight in a few words, for a code lens; undefined if there is none. */
export function insightLabel([first]: readonly Insight[]): string | undefined {
  return first && plainText(first.short, maxShortLength);
}
