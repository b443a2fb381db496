import { endOf, type Span } from '../../base/span';
import type { ServiceContext } from '../../context/serviceContext';
import type { ApiResponseDocument } from '../../document';
import { findInSource, type SourceFinding } from '../../validation';
import { sourceOf } from './sourceOf';

/** The findings about codes in source code that touch a span, in order; none in documents of other kinds. */
export function sourceFindings(
  document: ApiResponseDocument,
  context: ServiceContext,
  within: Span = { offset: 0, length: document.text.length },
): SourceFinding[] {
  const file = sourceOf(document, context);
  const found = file ? [...findInSource({ text: document.text, file }, context)] : [];
  return found.filter(({ finding: { span } }) => span.offset <= endOf(within) && endOf(span) >= within.offset);
}
