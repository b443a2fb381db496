import type { ParsedText } from '../envelope/envelope';
import { languageWithId } from '../languages';
import { EmbeddedParser } from './embedded/embeddedParser';
import { JsonParser } from './json/jsonParser';
import { JsonLinesParser } from './jsonLinesParser';
import { TextScanner, type TextOptions } from './text/textScanner';

/** What decides how a document is parsed. */
export interface ParseOptions {
  /** The editor's language id. In documents of languages that are not in the table nothing is found. */
  readonly languageId: string;
  /** The user says that the document is a response, or its language does. */
  readonly declared: boolean;
  /** An envelope may lack its `Response` (setting `apiResponse.recognition.unwrapped`). */
  readonly unwrapped: boolean;
  /** Report where the text is not JSON; off where the editor does so itself. */
  readonly reportBreaks: boolean;
}

export const emptyText: ParsedText = { envelopes: [], breaks: [], missingResponses: [] };

/** Finds everything that a whole text says about API responses. */
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

/** How text in a format that is not JSON is scanned. */
export function textOptions(format: 'text' | 'http' | 'markdown' | 'yaml', embedded: EmbeddedParser): TextOptions {
  const source = format === 'http' ? 'http' : 'text';
  return { source, fencedOnly: format === 'markdown', yaml: format === 'yaml', embedded };
}

/** Parses what strings hold. In strings inside strings nothing is looked for. */
export function embeddedParser(): EmbeddedParser {
  const scanner = new TextScanner({ source: 'text', fencedOnly: false, yaml: false });
  return new EmbeddedParser((text) => scanner.parse(text));
}
