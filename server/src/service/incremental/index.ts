/**
 * The incremental engine: parses a document again at the cost of what has changed in it. See README.md beside this file
 * for what that buys. Nobody outside this folder imports anything else of it.
 */
import { languageWithId } from '../languages';
import { embeddedParser, textOptions, type ParseOptions } from '../parser';
import type { ChunkedText } from './chunkedText';
import { JsonLinesPieces } from './jsonLinesPieces';
import { JsonPieces } from './jsonPieces';
import type { IncrementalParser, Part } from './part';
import { TextPieces } from './textPieces';

export { ChunkedText } from './chunkedText';
export type { Part } from './part';

/** UTF-16 units that a piece has at least, unless the text ends: what an edit costs, and what little each piece costs. */
const usualPieceLength = 8 * 1024;

/** The parser of each text, and the options that it was made with. */
const parsers = new WeakMap<ChunkedText, { readonly options: ParseOptions; readonly parser: IncrementalParser }>();

/** Parses a text as it is now, and scans only what has changed since it was last parsed with the same options. */
export function parseIncrementally(text: ChunkedText, options: ParseOptions, pieceLength = usualPieceLength): Part[] {
  let known = parsers.get(text);
  if (!known || !isSame(known.options, options)) {
    known = { options, parser: createParser(options, pieceLength) };
    parsers.set(text, known);
  }
  return known.parser.parse(text);
}

function isSame(one: ParseOptions, other: ParseOptions): boolean {
  return (
    one.languageId === other.languageId &&
    one.declared === other.declared &&
    one.unwrapped === other.unwrapped &&
    one.reportBreaks === other.reportBreaks
  );
}

function createParser(options: ParseOptions, pieceLength: number): IncrementalParser {
  const language = languageWithId(options.languageId);
  const embedded = embeddedParser();
  if (!language) {
    return { parse: () => [] };
  }
  switch (language.format) {
    case 'json':
    case 'jsonc': {
      const comments = language.format === 'jsonc';
      return new JsonPieces({ ...options, source: 'json', comments }, embedded, pieceLength);
    }
    case 'json-lines':
      return new JsonLinesPieces(options, embedded, pieceLength);
    default:
      return new TextPieces(textOptions(language.format, embedded), pieceLength);
  }
}
