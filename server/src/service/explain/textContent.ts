import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ServiceContext } from '../context/serviceContext';
import { parseDocument, type ApiResponseDocument } from '../document';
import { languageOfText } from '../languages';

/** What a text is: a RequestId or a code and nothing else, a document with responses or exceptions, or neither. */
export type TextContent =
  | { readonly kind: 'requestId'; readonly id: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'document'; readonly document: ApiResponseDocument }
  | { readonly kind: 'loose' };

/** A code and nothing else. Without a dot it may be any word, so it has to be known. */
const bareCode = /^[A-Z][A-Za-z0-9]{2,60}(?:\.[A-Za-z0-9_]{1,60}){0,4}$/;

/** RequestIds have no fixed form, but most are UUIDs, and no other text looks like one. */
const bareRequestId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Tells what a text is. */
export function contentOf(
  text: string,
  { catalog, settings }: ServiceContext,
  languageId = languageOfText(text),
): TextContent {
  const bare = text.trim().replace(/^["'`]|["'`]$/g, '');
  if (bareRequestId.test(bare)) {
    return { kind: 'requestId', id: bare };
  }
  if (bareCode.test(bare) && (bare.includes('.') || catalog.match(bare, settings.product).kind !== 'none')) {
    return { kind: 'code', code: bare };
  }
  const source = TextDocument.create('', languageId, 0, text);
  const options = { languageId, declared: false, unwrapped: true, reportBreaks: false };
  const recognised = parseDocument(source, options);
  // Who asks about a text says that it is a response, so it may lack its `Response`.
  const document =
    recognised.envelopes().length > 0 ? recognised : parseDocument(source, { ...options, declared: true });
  return document.envelopes().length > 0 ? { kind: 'document', document } : { kind: 'loose' };
}
