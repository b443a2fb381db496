import type { Markdown } from '../../base/markdown';
import { touches, type Span } from '../../base/span';
import type { ServiceContext } from '../../context/serviceContext';
import type { ApiResponseDocument } from '../../document';
import { explain, explanationToMarkdown } from '../../explain';
import { sourceOf } from './sourceOf';

/** Explains the code at an offset of source code: as the product means it that the file imports. */
export function hoverInSource(
  document: ApiResponseDocument,
  offset: number,
  context: ServiceContext,
): { readonly span: Span; readonly value: Markdown } | undefined {
  const use = sourceOf(document, context)?.uses.find(({ span }) => touches(span, offset));
  if (!use) {
    return undefined;
  }
  const explanation = explain(use.code, context, use.product || context.settings.product);
  return { span: use.span, value: explanationToMarkdown(explanation, context.l10n) };
}
