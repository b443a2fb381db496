import { ChunkedText, parseIncrementally, type Part } from '../incremental';
import { languageWithId } from '../languages';
import { parseText, type ParseOptions } from '../parser';
import { ApiResponseDocument, type DocumentText, type TextSource } from './apiResponseDocument';

/** Parses a document. Of a `ChunkedText`, only what changed since the last time is parsed again. */
export function parseDocument(document: TextSource, parseOptions: ParseOptions): ApiResponseDocument {
  const options = { ...parseOptions, declared: isDeclaredAs(parseOptions) };
  if (document instanceof ChunkedText) {
    return new ApiResponseDocument(document, options, parseIncrementally(document, options));
  }
  const text = document.getText();
  return new ApiResponseDocument(wholeText(document, text), options, partsOf(text, options));
}

/** Whether a document is declared, by the user or by its language. */
export function isDeclaredAs({ declared, languageId }: ParseOptions): boolean {
  return declared || languageWithId(languageId)?.declared === true;
}

function partsOf(text: string, options: ParseOptions): Part[] {
  const parsed = parseText(text, options);
  const isEmpty = parsed.envelopes.length + parsed.breaks.length + parsed.missingResponses.length === 0;
  return isEmpty ? [] : [{ offset: 0, content: { text, parsed } }];
}

function wholeText(document: TextSource, text: string): DocumentText {
  const { uri, languageId, version } = document;
  return {
    uri,
    languageId,
    version,
    length: text.length,
    slice: (start, end) => text.slice(start, end),
    positionAt: (offset) => document.positionAt(offset),
    offsetAt: (position) => document.offsetAt(position),
  };
}
