import type { Markdown } from '../../base/markdown';
import { touches, type Span } from '../../base/span';
import type { ServiceContext } from '../../context/serviceContext';
import type { ApiResponseDocument } from '../../document';
import { explain, explanationToMarkdown, moreLink, type PlaceExplanation, type WantedCode } from '../../explain';
import type { CodeUse } from '../../sourceCode';
import { sourceOf } from './sourceOf';

/** Explains the code at an offset of source code: as the product means it that the file imports. */
export function hoverInSource(
  document: ApiResponseDocument,
  offset: number,
  context: ServiceContext,
): { readonly span: Span; readonly value: Markdown } | undefined {
  const use = useAt(document, offset, context);
  if (!use) {
    return undefined;
  }
  const { code, span } = use;
  const explanation = explain(code, context, productOf(use, context));
  const more = moreLink(document, { value: code, span }, context);
  return { span, value: explanationToMarkdown(explanation, context.l10n, { form: 'hover', more }) };
}

/** Explains the code at an offset of source code; undefined if there is none or another. */
export function explainInSource(
  document: ApiResponseDocument,
  { offset, code, form }: WantedCode,
  context: ServiceContext,
): PlaceExplanation | undefined {
  const use = useAt(document, offset, context);
  if (use?.code.trim() !== code) {
    return undefined;
  }
  const product = productOf(use, context);
  return { markdown: explanationToMarkdown(explain(code, context, product), context.l10n, { form }), product };
}

function useAt(document: ApiResponseDocument, offset: number, context: ServiceContext): CodeUse | undefined {
  return sourceOf(document, context)?.uses.find(({ span }) => touches(span, offset));
}

function productOf({ product }: CodeUse, { settings }: ServiceContext): string {
  return product || settings.product;
}
