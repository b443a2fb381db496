import type { Localizer } from '../base/localizer';
import * as markdown from '../base/markdown';
import type { Markdown } from '../base/markdown';
import { plainText } from '../base/plainText';
import type { ServiceContext } from '../context/serviceContext';
import type { ApiResponseDocument } from '../document';
import type { Envelope } from '../envelope/envelope';
import {
  insightsOf,
  type FailureTexts,
  type Insight,
  type PolicyDraft,
  type Sentence,
  type Verdict,
} from '../insights';
import { innerCode, innerNumber } from './innerCode';

/** Maximum lengths in UTF-16 units: of an insight in a code lens, and of all insights as text. */
const maxShortLength = 120;
const maxTextLength = 2000;

/** Longer texts, in UTF-16 units, are not searched for the call, since a hover waits for the result. */
const maxSearchedLength = 200_000;

/** The insights of an envelope, whose code may belong to a product. `document` is searched for the call. */
export function insightsOfEnvelope(
  envelope: Envelope,
  context: ServiceContext,
  product: string,
  document?: ApiResponseDocument,
): Insight[] {
  const { code, message, requestId } = envelope;
  const failure = { code: code?.value, message: message?.value, requestId: requestId?.value };
  const isSearched = document !== undefined && document.text.length <= maxSearchedLength;
  return insightsOfTexts(
    isSearched ? { ...failure, call: () => document.requestOf(envelope) } : failure,
    context,
    product,
  );
}

/** What the message settles, if anything: the most specific insight counts. */
export function verdictOf(insights: readonly Insight[]): Verdict | undefined {
  return insights.find(({ verdict }) => verdict !== undefined)?.verdict;
}

/** The insights of the texts of a failure, whose code may belong to a product. */
export function insightsOfTexts(failure: FailureTexts, { catalog, l10n }: ServiceContext, product: string): Insight[] {
  return [...innerCode(failure, catalog, product, l10n), ...insightsOf(failure, l10n), ...innerNumber(failure, l10n)];
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

/** The same paragraphs, with a hint at the command that copies the policy draft where there is one. */
export function insightMarkdownWithHint(insights: readonly Insight[], l10n: Localizer): Markdown[] {
  const hint = markdown.prose(
    l10n.t('In VS Code, "Tencent Cloud API: Copy CAM Policy Draft" copies a policy that would allow it.'),
  );
  return insights.map((insight) =>
    markdown.line([...insightMarkdown([insight]), ...(insight.policy ? [hint] : [])], ' '),
  );
}

/** The insights of a failure as one line of plain text, for tickets. Empty if there are none. */
export function insightText(failure: FailureTexts, context: ServiceContext, product: string): string {
  const insights = insightsOfTexts(failure, context, product);
  const sentences = insights.flatMap((insight) => insight.sentences.map(sentenceText));
  return plainText(sentences.join(' '), maxTextLength);
}

/** A sentence as plain text. */
export function sentenceText(sentence: Sentence): string {
  return sentence.map((part) => (typeof part === 'string' ? part.replaceAll('`', '') : part.value)).join('');
}

/** The first insight in a few words, for a code lens; undefined if there is none. */
export function insightLabel([first]: readonly Insight[]): string | undefined {
  return first && plainText(first.short, maxShortLength);
}
