import type { ParsedText } from '../envelope/envelope';
import { ChunkedText } from '../incremental/chunkedText';
import { usualPieceLength } from '../incremental/pieces';
import { EmbeddedReader } from '../parser/embedded/embeddedParser';
import { flatten } from '../envelope/mapEnvelope';
import { JsonReader } from '../parser/json/jsonParser';
import { JsonLinesReader } from '../parser/jsonLinesParser';
import { TextReader } from '../parser/text/textParser';
import type { DocumentReader } from './reader';

export { firstEnvelopes } from './firstEnvelopes';
export { envelopeAt, flatten } from '../envelope/mapEnvelope';
export { isDeclaredByName, languageOf, languageOfText } from '../languages/languageOf';
export type { DocumentReader, Part } from './reader';

/** What decides how a document is read. */
export interface ReadOptions {
  /**
   * The editor's language id: `json`, `jsonc`, `jsonl`, `api-response`, `log`, `plaintext`, `http`, `yaml` or `markdown`. Of
   * others nothing is read.
   */
  readonly languageId: string;
  /** The user says that the document is a response. With the language id `api-response` it always is. */
  readonly declared: boolean;
  /** An envelope may lack its `Response` (setting `apiResponse.recognition.unwrapped`). */
  readonly unwrapped: boolean;
  /** UTF-16 units of text that are read again at the least when one of them changes; smaller in tests. */
  readonly pieceLength?: number;
}

const readsNothing: DocumentReader = { read: () => [] };

/** The reader for a document; it keeps what it found, so that a changed document costs what has changed. */
export function createReader({
  languageId,
  declared,
  unwrapped,
  pieceLength = usualPieceLength,
}: ReadOptions): DocumentReader {
  // Strings inside strings are nobody's responses.
  const plain = new TextReader({ source: 'text', fencedOnly: false, pieceLength: Infinity });
  const embedded = new EmbeddedReader((text) => plain.readText(text));
  const json = { declared, unwrapped, pieceLength, embedded };
  const text = { fencedOnly: false, pieceLength, embedded };
  switch (languageId) {
    case 'json':
    case 'jsonc':
      return new JsonReader({ ...json, source: 'json', comments: languageId === 'jsonc' });
    case 'api-response':
      return new JsonReader({ ...json, declared: true, source: 'json', comments: false });
    case 'jsonl':
      return new JsonLinesReader(json);
    case 'log':
    case 'plaintext':
      return new TextReader({ ...text, source: 'text' });
    case 'http':
      return new TextReader({ ...text, source: 'http' });
    case 'markdown':
      return new TextReader({ ...text, source: 'text', fencedOnly: true });
    case 'yaml':
      return new TextReader({ ...text, source: 'text', yaml: true });
    default:
      return readsNothing;
  }
}

/** Everything that a text says about API responses, in its order. */
export function readDocument(text: string, options: ReadOptions): ParsedText {
  return flatten(createReader(options).read(new ChunkedText('', options.languageId, 0, text)));
}
