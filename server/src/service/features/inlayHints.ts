import { endOf, type Span, type WholeText } from '../base/span';
import { MarkupKind, type InlayHint } from 'vscode-languageserver-types';
import type { Catalog } from '../catalog';
import { insightsOf } from '../insights';
import type { Settings } from '../context/settings';
import { firstEnvelopes, type Part } from '../document';
import type { PositionedText } from '../incremental/chunkedText';
import { explain, explanationToMarkdown } from '../explain/explanation';
import { insightMarkdown, textsOf } from '../explain/insightText';
import { likelyProduct } from '../explain/likelyProduct';
import { summaries } from '../explain/summary';

/** Hints of one range; editors ask for what is on the screen. */
const mostHints = 1000;

/** What each code in a range means, in a few words behind it; all of the explanation on hover. */
export function inlayHints(
  document: PositionedText & WholeText,
  parts: readonly Part[],
  range: Span,
  catalog: Catalog,
  settings: Settings,
): InlayHint[] {
  const end = endOf(range);
  const summaryOf = summaries(catalog);
  const inRange = firstEnvelopes(
    parts,
    mostHints,
    ({ envelope: { code }, base }) => {
      const place = code && base + endOf(code.span);
      return place !== undefined && place >= range.offset && place <= end && code?.value.trim() !== '';
    },
    end,
  );
  return inRange.flatMap(({ envelope, envelope: { code }, base }) => {
    if (!code) {
      return [];
    }
    const product = likelyProduct(catalog, document, parts, envelope, settings.product, base);
    const value = explanationToMarkdown(
      explain(catalog, code.value, product),
      insightMarkdown(insightsOf(textsOf(envelope))),
    );
    return {
      position: document.positionAt(base + endOf(code.span)),
      label: summaryOf(code.value, product).title,
      tooltip: { kind: MarkupKind.Markdown, value },
      paddingLeft: true,
    };
  });
}
