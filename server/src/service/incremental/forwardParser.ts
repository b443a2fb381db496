import type { Sliceable } from '../base/span';
import { isEmpty } from '../parser';
import { AcrossPieces } from './acrossPieces';
import { embeddedParts, type JsonPiece, type JsonPieces } from './jsonPieces';
import type { Content, Part } from './part';
import type { PieceScanner, Placed, ScannedStretch } from './pieceCache';
import { scanForward } from './scanForward';

/** A text that is read in blocks, from its beginning, as often as needed. */
export interface ForwardText extends Sliceable {
  blocks(): Iterable<string>;
}

/** Parses a text that is too long to be kept. */
export interface ForwardParser {
  /** What reaches beyond a piece; undefined if there is nothing. Its offsets are those of the text. */
  across(): Content | undefined;
  /** The parts of each piece, in the order of the text. Each call reads the text again. */
  pieces(): Iterable<readonly Part[]>;
}

/** Parses a text of which each piece stands for itself. */
export class IndependentPieces<
  State,
  Piece extends ScannedStretch<State> & { readonly content: Content },
> implements ForwardParser {
  constructor(
    private readonly scanner: PieceScanner<State, Piece>,
    private readonly text: ForwardText,
  ) {}

  across(): undefined {
    return undefined;
  }

  *pieces(): Iterable<readonly Part[]> {
    for (const { base, piece } of scanForward(this.scanner, this.text.blocks())) {
      yield piece.isEmpty ? [] : [{ offset: base, content: piece.content }];
    }
  }
}

/** The number of pieces that are kept rather than read again. */
const maxKept = 8;

/** Parses JSON. What reaches beyond a piece is only known after a first reading. */
export class ForwardJson implements ForwardParser {
  private content: Content | undefined;
  /** The pieces, if they are few. */
  private kept: Placed<JsonPiece>[] | undefined;

  constructor(
    private readonly scanner: JsonPieces,
    private readonly text: ForwardText,
  ) {}

  across(): Content | undefined {
    const content = this.read();
    return isEmpty(content.parsed) ? undefined : content;
  }

  *pieces(): Iterable<readonly Part[]> {
    const { parsed } = this.read();
    for (const placed of this.kept ?? scanForward(this.scanner, this.text.blocks())) {
      const { base, piece } = placed;
      const own = piece.found > 0 ? [{ offset: base, content: piece.own }] : [];
      yield [...own, ...embeddedParts([placed], parsed)];
    }
  }

  /** The first reading. */
  private read(): Content {
    if (!this.content) {
      const collected = new AcrossPieces(this.scanner.options, true);
      let kept: Placed<JsonPiece>[] | undefined = [];
      let beginning = '';
      let length = 0;
      for (const placed of scanForward(this.scanner, this.text.blocks())) {
        const { base, piece } = placed;
        collected.add(piece, base);
        beginning ||= piece.text;
        length += piece.text.length;
        kept = kept && kept.length < maxKept ? [...kept, placed] : undefined;
      }
      this.kept = kept;
      this.content = { text: this.text, parsed: collected.conclude(beginning, length) };
    }
    return this.content;
  }
}
