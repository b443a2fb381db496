import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TextEdit, type CompletionItem } from 'vscode-languageserver-types';
import type { Catalog } from '../../server/src/service';
import { parseCursor } from './markers';
import { parse, serviceWith } from './service';

export interface CompletionOptions {
  readonly languageId?: string;
  readonly declared?: boolean;
  readonly unwrapped?: boolean;
  readonly snippets?: boolean;
  readonly product?: string;
  readonly catalog?: Catalog;
}

/** The completions at the cursor. New RequestIds are `id-1`, `id-2` and so on. */
export function completionsAt(marked: string, options: CompletionOptions = {}): CompletionItem[] {
  const { text, offset } = parseCursor(marked);
  return completionsIn(text, offset, options);
}

export function completionsIn(text: string, offset: number, options: CompletionOptions = {}): CompletionItem[] {
  const { languageId = 'json', declared = false, unwrapped = false, snippets = false, product = '', catalog } = options;
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

export function labelsAt(marked: string, options: CompletionOptions = {}): string[] {
  return completionsAt(marked, options).map(({ label }) => label);
}

/** The text after the item with a label was accepted. Checks that VS Code supports its edits. */
export function complete(marked: string, label: string, options: CompletionOptions = {}): string {
  const { text, offset } = parseCursor(marked);
  const items = completionsAt(marked, options).filter((item) => item.label === label);
  const [item] = items;
  assert.ok(item && items.length === 1, `${label} is offered once: ${marked}`);
  return apply(text, offset, item);
}

export function apply(text: string, offset: number, { textEdit, additionalTextEdits = [] }: CompletionItem): string {
  assert.ok(TextEdit.is(textEdit));
  const document = TextDocument.create('', '', 1, text);
  const { start, end } = textEdit.range;
  // The replaced range must be on one line and contain the cursor.
  assert.equal(start.line, end.line);
  assert.ok(document.offsetAt(start) <= offset && offset <= document.offsetAt(end));
  for (const { range } of additionalTextEdits) {
    assert.ok(document.offsetAt(range.end) < document.offsetAt(start));
  }
  return TextDocument.applyEdits(document, [textEdit, ...additionalTextEdits]);
}
