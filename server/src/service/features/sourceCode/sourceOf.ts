import { memoize } from '../../base/memoize';
import type { Catalog } from '../../catalog';
import type { ServiceContext } from '../../context/serviceContext';
import type { ApiResponseDocument } from '../../document';
import { readSource, sourceLanguageWithId, type SourceFile } from '../../sourceCode';

/** What was read of each document, by catalog. */
const known = memoize(({ text }: ApiResponseDocument) =>
  memoize((catalog: Catalog) =>
    readSource(text.slice(0, text.length), { languageId: text.languageId, path: text.uri }, catalog),
  ),
);

/** The error codes of a document that is source code; undefined if it is not, or none are wanted. */
export function sourceOf(document: ApiResponseDocument, { catalog, settings }: ServiceContext): SourceFile | undefined {
  return settings.sourceCode && sourceLanguageWithId(document.text.languageId) ? known(document)(catalog) : undefined;
}
