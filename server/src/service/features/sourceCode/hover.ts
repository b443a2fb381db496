import { MarkupKind, type Hover } from 'vscode-languageserver-types';
import { touches } from '../../base/span';
import type { ServiceContext } from '../../context/serviceContext';
import { rangeOf, type ApiResponseDocument } from '../../document';
import { explain, explanationToMarkdown } from '../../explain';
import { sourceOf } from './sourceOf';

/** Explains the code at an offset of source code: as the product means it that the file imports. */
export function hoverInSource(document: ApiResponseDocument, offset: number, context: ServiceContext): Hover | null {
  const use = sourceOf(document, context)?.uses.find(({ span }) => touches(span, offset));
  if (!use) {
    return null;
  }
  const explanation = explain(use.code, context, use.product || context.settings.product);
  const value = explanationToMarkdown(explanation, context.l10n);
  return { contents: { kind: MarkupKind.Markdown, value }, range: rangeOf(document.text, use.span) };
}
