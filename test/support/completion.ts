import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TextEdit, type CompletionItem } from 'vscode-languageserver-types';
import type { Catalog } from '../../server/src/service';
import { parseCursor } from './markers';
import { parse, serviceWith } from './service';

export interface Asked {
  readonly languageId?: string;
  readonly declared?: boolean;
  readonly unwrapped?: boolean;
  readonly snippets?: boolean;
  readonly product?: string;
  readonly catalog?: Catalog;
}

/** What is offered at the cursor. New RequestIds are `id-1`, `id-2` and so on. */
export function completionsAt(marked: string, asked: Asked = {}): CompletionItem[] {
  const { text, offset } = parseCursor(marked);
  return completionsIn(text, offset, asked);
}

export function completionsIn(text: string, offset: number, asked: Asked = {}): CompletionItem[] {
  const { languageId = 'json', declared = false, unwrapped = false, snippets = false, product = '', catalog } = asked;
  const document = parse(text, { languageId, declared, unwrapped });
  let ids = 0;
  const service = serviceWith({
    product,
    ...(catalog ? { catalog } : {}),
    client: { snippets },
    newRequestId: () => `id-${++ids}`,
  });
  const found = service.doComplete(document, document.text.positionAt(offset));
  return Array.isArray(found) ? found : found.items;
}

export function labelsAt(marked: string, asked: Asked = {}): string[] {
  return completionsAt(marked, asked).map(({ label }) => label);
}

/** The whole text once the item with a label has been chosen; its edits are such as VS Code takes. */
export function chosen(marked: string, label: string, asked: Asked = {}): string {
  const { text, offset } = parseCursor(marked);
  const items = completionsAt(marked, asked).filter((item) => item.label === label);
  const [item] = items;
  assert.ok(item && items.length === 1, `${label} is offered once: ${marked}`);
  return apply(text, offset, item);
}

export function apply(text: string, offset: number, { textEdit, additionalTextEdits = [] }: CompletionItem): string {
  assert.ok(TextEdit.is(textEdit));
  const document = TextDocument.create('', '', 1, text);
  const { start, end } = textEdit.range;
  // What is replaced is on one line, and the cursor is in it.
  assert.equal(start.line, end.line);
  assert.ok(document.offsetAt(start) <= offset && offset <= document.offsetAt(end));
  for (const { range } of additionalTextEdits) {
    assert.ok(document.offsetAt(range.end) < document.offsetAt(start));
  }
  return TextDocument.applyEdits(document, [textEdit, ...additionalTextEdits]);
}
