import type { Break, MissingResponse, Envelope, ParsedText } from '../envelope/envelope';
import type { ChunkedText } from '../incremental/chunkedText';
import { Pieces, type PieceScanner, type Scanned } from '../incremental/pieces';
import { mayEmbed } from './embedded/embeddedParser';
import { JsonReader, type JsonOptions } from './json/jsonParser';
import type { DocumentReader, Part, PartMemory } from '../document/reader';

interface LinesPiece extends Scanned<symbol> {
  readonly responses: ParsedText;
  readonly memory: PartMemory;
}

/** Finds the envelopes of JSON Lines: each line is a JSON text of its own; blank lines say nothing. */
export class JsonLinesReader implements DocumentReader, PieceScanner<symbol, LinesPiece> {
  /** Each line stands for itself: every piece begins and ends in the same state, which is this reader's own. */
  readonly start = Symbol('between lines');
  private readonly line: JsonReader;
  private readonly pieces = new Pieces(this);

  constructor(private readonly options: Pick<JsonOptions, 'declared' | 'unwrapped' | 'pieceLength' | 'embedded'>) {
    this.line = new JsonReader({ ...options, source: 'jsonl', comments: false });
  }

  read(document: ChunkedText): Part[] {
    return this.pieces.read(document).map(({ base, piece: { text, responses, memory } }) => ({
      base,
      text,
      responses,
      memory,
    }));
  }

  scan(text: string, entry: symbol, isLast: boolean): LinesPiece[] {
    const pieces: LinesPiece[] = [];
    const add = (own: string, isEnd: boolean): void => {
      const responses = this.readLines(own);
      const saysNothing =
        responses.envelopes.length + responses.breaks.length + responses.missingResponses.length === 0;
      pieces.push({ text: own, entry, exit: entry, isLast: isEnd, saysNothing, responses, memory: {} });
    };
    let start = 0;
    while (start < text.length) {
      const newline = text.indexOf('\n', Math.min(start + this.options.pieceLength, text.length) - 1);
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

  private readLines(text: string): ParsedText {
    const envelopes: Envelope[] = [];
    const breaks: Break[] = [];
    const missingResponses: MissingResponse[] = [];
    let start = 0;
    while (start < text.length) {
      const newline = text.indexOf('\n', start);
      const end = newline < 0 ? text.length : newline;
      const line = text.slice(start, end);
      if (this.maySay(line)) {
        const found = this.line.readText(line, start);
        // One by one: a line may hold more envelopes than a call can have arguments.
        found.envelopes.forEach((envelope) => envelopes.push(envelope));
        found.breaks.forEach((each) => breaks.push(each));
        found.missingResponses.forEach((fault) => missingResponses.push(fault));
      }
      start = end + 1;
    }
    return { envelopes, breaks, missingResponses };
  }

  /** Whether a line needs to be scanned. Most lines of a log do not: an envelope has the name `Response`, or an escape, or is in a string. */
  private maySay(line: string): boolean {
    const { declared, unwrapped } = this.options;
    return declared || unwrapped ? /\S/.test(line) : line.includes('Response') || line.includes('\\') || mayEmbed(line);
  }
}
