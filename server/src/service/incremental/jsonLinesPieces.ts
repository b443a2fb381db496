import { isEmpty } from '../parser';
import type { EmbeddedParser } from '../parser/embedded/embeddedParser';
import { JsonLinesParser, type JsonLinesOptions } from '../parser/jsonLinesParser';
import type { ChunkedText } from './chunkedText';
import type { Content, IncrementalParser, Part } from './part';
import { PieceCache, type PieceScanner, type ScannedStretch } from './pieceCache';

interface LinesPiece extends ScannedStretch<symbol> {
  readonly content: Content;
}

/** Parses a document of JSON Lines incrementally. */
export class JsonLinesPieces implements IncrementalParser, PieceScanner<symbol, LinesPiece> {
  /** Lines are independent, so there is only one state. It is unique to this parser. */
  readonly start = Symbol('between lines');
  private readonly lines: JsonLinesParser;
  private readonly cache = new PieceCache(this);

  constructor(
    options: JsonLinesOptions,
    strings: EmbeddedParser,
    private readonly pieceLength: number,
  ) {
    this.lines = new JsonLinesParser(options, strings);
  }

  parse(document: ChunkedText, maxResponses: number): Part[] {
    return this.cache.read(document, maxResponses).map(({ base, piece: { content } }) => ({ offset: base, content }));
  }

  scan(text: string, entry: symbol, isLast: boolean): LinesPiece[] {
    const pieces: LinesPiece[] = [];
    const add = (own: string, isEnd: boolean): void => {
      const parsed = this.lines.parse(own);
      pieces.push({
        text: own,
        entry,
        exit: entry,
        isLast: isEnd,
        isEmpty: isEmpty(parsed),
        responses: parsed.envelopes.length,
        content: { text: own, parsed },
      });
    };
    let start = 0;
    while (start < text.length) {
      const newline = text.indexOf('\n', Math.min(start + this.pieceLength, text.length) - 1);
      const end = newline >= 0 ? newline + 1 : isLast ? text.length : text.lastIndexOf('\n') + 1;
      if (end <= start) {
        return pieces;
      }
      add(text.slice(start, end), isLast && end === text.length);
      start = end;
    }
    if (pieces.length === 0 && isLast) {
      add(text, true);
    }
    return pieces;
  }
}
