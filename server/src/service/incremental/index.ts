/**
 * The incremental engine: parses a changed document again in time proportional to the change, see README.md. Code
 * outside this folder must not import any other file of it.
 */
import { languageWithId } from '../languages';
import { embeddedParser, textOptions, type ParseOptions } from '../parser';
import type { ChunkedText } from './chunkedText';
import { ForwardJson, IndependentPieces, type ForwardParser, type ForwardText } from './forwardParser';
import { JsonLinesPieces } from './jsonLinesPieces';
import { JsonPieces } from './jsonPieces';
import type { IncrementalParser, Part } from './part';
import { TextPieces } from './textPieces';

export { ChunkedText } from './chunkedText';
export type { ForwardParser, ForwardText } from './forwardParser';
export type { Part } from './part';
export { TooManyResponses } from './pieceCache';

/** Minimum length of a piece in UTF-16 units: a balance of the cost of an edit and the cost per piece. */
const defaultPieceLength = 8 * 1024;

/** The same for a text that is read once: the longer, the fewer responses reach beyond a piece. */
const forwardPieceLength = 64 * 1024;

/** The parser of each text, with its options. */
const parsers = new WeakMap<ChunkedText, { readonly options: ParseOptions; readonly parser: IncrementalParser }>();

/**
 * Parses the current text. Scans only what changed since the last time, if the options are the same. Throws
 * `TooManyResponses` if there are.
 */
export function parseIncrementally(text: ChunkedText, options: ParseOptions, pieceLength = defaultPieceLength): Part[] {
  let cached = parsers.get(text);
  if (!cached || !isSame(cached.options, options)) {
    cached = { options, parser: createParser(options, pieceLength) };
    parsers.set(text, cached);
  }
  try {
    return cached.parser.parse(text, options.maxResponses ?? Infinity);
  } catch (error) {
    // What it has kept would only take up memory.
    parsers.delete(text);
    throw error;
  }
}

function isSame(one: ParseOptions, other: ParseOptions): boolean {
  return (
    one.languageId === other.languageId &&
    one.declared === other.declared &&
    one.unwrapped === other.unwrapped &&
    one.reportBreaks === other.reportBreaks
  );
}

/** Parses a text that is not kept. `pieceLength` is in UTF-16 units. */
export function parseForward(
  text: ForwardText,
  options: ParseOptions,
  pieceLength = forwardPieceLength,
): ForwardParser {
  const parser = createParser(options, pieceLength);
  if (parser instanceof JsonPieces) {
    return new ForwardJson(parser, text);
  }
  return parser instanceof JsonLinesPieces
    ? new IndependentPieces(parser, text)
    : parser instanceof TextPieces
      ? new IndependentPieces(parser, text)
      : { across: () => undefined, pieces: () => [] };
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
