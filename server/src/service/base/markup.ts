import { MarkupKind, type MarkupContent } from 'vscode-languageserver-types';
import { toPlainText, type Markdown } from './markdown';

/** What a client shows, as plain text if it does not render Markdown there. */
export function markupOf(value: Markdown, rendersMarkdown: boolean): MarkupContent {
  return rendersMarkdown
    ? { kind: MarkupKind.Markdown, value }
    : { kind: MarkupKind.PlainText, value: toPlainText(value) };
}
