import { TextScanner, type TextOptions, type TextState } from '../parser/text/textScanner';
import type { ChunkedText } from './chunkedText';
import type { Content, IncrementalParser, Part } from './part';
import { PieceCache, type PieceScanner, type ScannedStretch } from './pieceCache';

interface TextPiece extends ScannedStretch<TextState> {
  readonly content: Content;
}

/** Parses a document that is not JSON incrementally. */
export class TextPieces implements IncrementalParser, PieceScanner<TextState, TextPiece> {
  readonly start: TextState;
  private readonly scanner: TextScanner;
  private readonly cache: PieceCache<TextState, TextPiece>;

  constructor(
    options: TextOptions,
    private readonly pieceLength: number,
  ) {
    this.scanner = new TextScanner(options);
    this.start = this.scanner.start;
    this.cache = new PieceCache(this);
  }

  parse(document: ChunkedText, maxResponses: number): Part[] {
    return this.cache.read(document, maxResponses).map(({ base, piece: { content } }) => ({ offset: base, content }));
  }

  scan(text: string, entry: TextState, isLast: boolean): TextPiece[] {
    const { pieceLength } = this;
    return this.scanner.scan({ text, entry, isLast, pieceLength }).map(({ envelopes, ...piece }) => ({
      ...piece,
      isEmpty: envelopes.length === 0,
      responses: envelopes.length,
      content: { text: piece.text, parsed: { envelopes, breaks: [], missingResponses: [] } },
    }));
  }
}
