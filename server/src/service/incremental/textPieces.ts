import { TextScanner, type TextOptions } from '../parser/text/textScanner';
import type { ChunkedText } from './chunkedText';
import type { Content, IncrementalParser, Part } from './part';
import { PieceCache, type PieceScanner, type ScannedStretch } from './pieceCache';

interface TextPiece extends ScannedStretch<symbol> {
  readonly content: Content;
}

/** Parses a document that is not JSON incrementally. */
export class TextPieces implements IncrementalParser, PieceScanner<symbol, TextPiece> {
  /** A piece does not depend on what stands before it, so there is only one state. It is unique to this parser. */
  readonly start = Symbol('between responses');
  private readonly scanner: TextScanner;
  private readonly cache = new PieceCache(this);

  constructor(
    options: TextOptions,
    private readonly pieceLength: number,
  ) {
    this.scanner = new TextScanner(options);
  }

  parse(document: ChunkedText, maxResponses: number): Part[] {
    return this.cache.read(document, maxResponses).map(({ base, piece: { content } }) => ({ offset: base, content }));
  }

  scan(text: string, entry: symbol, isLast: boolean): TextPiece[] {
    const { pieceLength } = this;
    return this.scanner.scan({ text, isLast, pieceLength }).map(({ envelopes, ...piece }) => ({
      ...piece,
      entry,
      exit: entry,
      isEmpty: envelopes.length === 0,
      responses: envelopes.length,
      content: { text: piece.text, parsed: { envelopes, breaks: [], missingResponses: [] } },
    }));
  }
}
