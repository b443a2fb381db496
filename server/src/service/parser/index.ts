import type { ParsedText } from '../envelope/envelope';
import { languageWithId } from '../languages';
import { EmbeddedParser } from './embedded/embeddedParser';
import { JsonParser } from './json/jsonParser';
import { JsonLinesParser } from './jsonLinesParser';
import { TextScanner, type TextOptions } from './text/textScanner';

/** The options of parsing a document. */
export interface ParseOptions {
  /** The language ID of the editor. Nothing is found in languages that are not in the table. */
  readonly languageId: string;
  /** The user or the document's name declares it to be a response. */
  readonly declared: boolean;
  /** A failure may lack its `Response` (setting `apiResponse.recognition.unwrapped`). */
  readonly unwrapped: boolean;
  /** Report invalid JSON; off if the editor does so itself. */
  readonly reportBreaks: boolean;
  /** The number of responses up to which a `ChunkedText` is parsed. */
  readonly maxResponses?: number;
}

export const emptyText: ParsedText = { envelopes: [], breaks: [], missingResponses: [] };

/** Whether nothing is to be said of a text. */
export function isEmpty({ envelopes, breaks, missingResponses, tooDeep }: ParsedText): boolean {
  return envelopes.length + breaks.length + missingResponses.length === 0 && !tooDeep;
}

/** Finds the API responses of a whole text. */
export function parseText(text: string, options: ParseOptions): ParsedText {
  const language = languageWithId(options.languageId);
  const embedded = embeddedParser();
  if (!language) {
    return emptyText;
  }
  switch (language.format) {
    case 'json':
    case 'jsonc': {
      const comments = language.format === 'jsonc';
      return new JsonParser({ ...options, source: 'json', comments }, embedded).parse(text);
    }
    case 'json-lines':
      return new JsonLinesParser(options, embedded).parse(text);
    default:
      return { ...emptyText, envelopes: new TextScanner(textOptions(language.format, embedded)).parse(text) };
  }
}

/** The options for scanning a format that is not JSON. */
export function textOptions(format: 'text' | 'http' | 'markdown' | 'yaml', embedded: EmbeddedParser): TextOptions {
  const source = format === 'http' ? 'http' : 'text';
  return { source, yaml: format === 'yaml', embedded };
}

/** Creates a parser for the content of strings. It does not search strings inside strings. */
export function embeddedParser(): EmbeddedParser {
  const scanner = new TextScanner({ source: 'text', yaml: false });
  return new EmbeddedParser((text) => scanner.parse(text));
}
