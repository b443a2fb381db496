import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver-types';
import type { ServiceContext } from '../../context/serviceContext';
import type { ApiResponseDocument } from '../../document';
import { beginsLikeCode, literalAt, sourceLanguageWithId } from '../../sourceCode';
import { CompletionItems } from '../completion';
import { sourceOf } from './sourceOf';

/** What a code may consist of. */
const partOfCode = /^[\w.]*/;

/**
 * The codes of the imported products, inside a literal that begins like a code or stands beside something called so.
 * Undefined if the document is no source code.
 */
export function completeInSource(
  document: ApiResponseDocument,
  position: Position,
  context: ServiceContext,
): CompletionItem[] | CompletionList | undefined {
  const { text } = document;
  if (!sourceLanguageWithId(text.languageId)) {
    return undefined;
  }
  const offset = text.offsetAt(position);
  const file = sourceOf(document, context);
  const literal = file && literalAt(text.slice(0, text.length), text.languageId, offset);
  if (!literal) {
    return [];
  }
  const typed = literal.text.slice(0, offset - literal.span.offset);
  const rest = partOfCode.exec(literal.text.slice(typed.length))?.[0] ?? '';
  if (partOfCode.exec(typed)?.[0] !== typed || !(literal.isCode || beginsLikeCode(typed, context.catalog))) {
    return [];
  }
  const span = { offset: literal.span.offset, length: typed.length + rest.length };
  const products = file.products.length > 0 ? file.products : [context.settings.product];
  const items = new CompletionItems(text, context, { snippets: false, indent: undefined });
  const target = { kind: 'value', key: 'Code', span, prefix: '', suffix: '' } as const;
  const lists = products.map((product) => items.codes(target, typed, product));
  return merged(lists);
}

/** One list of several; of items with the same label the first. */
function merged(lists: readonly (CompletionItem[] | CompletionList)[]): CompletionItem[] | CompletionList {
  const byLabel = new Map<string, CompletionItem>();
  for (const item of lists.flatMap((list) => (Array.isArray(list) ? list : list.items))) {
    if (!byLabel.has(item.label)) {
      byLabel.set(item.label, item);
    }
  }
  const items = [...byLabel.values()];
  return lists.some((list) => !Array.isArray(list) && list.isIncomplete) ? { isIncomplete: true, items } : items;
}
