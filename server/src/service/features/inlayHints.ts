import type { InlayHint, Range } from 'vscode-languageserver-types';
import { markupOf } from '../base/markup';
import { endOf } from '../base/span';
import type { ServiceContext } from '../context/serviceContext';
import type { ApiResponseDocument } from '../document';
import {
  explain,
  explanationToMarkdown,
  insightMarkdown,
  insightsOfEnvelope,
  likelyProduct,
  summarizer,
  verdictOf,
} from '../explain';

/** Maximum number of hints per range; editors request the visible range. */
const maxHints = 1000;

/** Shows the meaning of each code in a range in a few words, with what a hover says as tooltip. */
export function getInlayHints(document: ApiResponseDocument, range: Range, context: ServiceContext): InlayHint[] {
  const { client, l10n } = context;
  const { text } = document;
  const start = text.offsetAt(range.start);
  const end = text.offsetAt(range.end);
  const summarize = summarizer(context);
  const failures = document.envelopes({
    within: { offset: start, length: end - start },
    where: ({ code }) => code !== undefined && code.value.trim() !== '',
    max: maxHints,
  });
  return failures.flatMap((failure) => {
    const { code } = failure;
    const place = code ? endOf(code.span) : -1;
    if (!code || place < start || place > end) {
      return [];
    }
    const product = likelyProduct(document, failure, context);
    const insights = insightsOfEnvelope(failure, context, product, document);
    const explanation = explain(code.value, context, product, verdictOf(insights));
    return {
      position: text.positionAt(place),
      label: summarize(code.value, product).title,
      // There is no capability for tooltips, which clients show as they show hovers.
      tooltip: markupOf(
        explanationToMarkdown(explanation, l10n, { insights: insightMarkdown(insights), form: 'hover' }),
        client.markdownHovers,
      ),
      paddingLeft: true,
    };
  });
}
