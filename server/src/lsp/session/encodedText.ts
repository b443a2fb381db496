import type { ClientCapabilities, Position, TextDocumentItem } from 'vscode-languageserver';
import { ChunkedText } from '../../service';
import { positionEncodingOf } from './capabilities';

type Chunk = ChunkedText['chunks'][number];

/** How many units an encoding takes for a character, by its code point. */
type Width = (codePoint: number) => number;

const widths: Readonly<Record<'utf-8' | 'utf-32', Width>> = {
  'utf-8': (codePoint) => (codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x1_0000 ? 3 : 4),
  'utf-32': () => 1,
};

/** Creates texts whose positions are in the encoding that was agreed on with the client. */
export function textsFor(capabilities: ClientCapabilities): (item: TextDocumentItem) => ChunkedText {
  const encoding = positionEncodingOf(capabilities);
  return (item) => {
    const { uri, languageId, version, text } = item;
    return encoding === 'utf-16'
      ? new ChunkedText(uri, languageId, version, text)
      : new EncodedText(item, widths[encoding]);
  };
}

/**
 * A text for a client that does not count in UTF-16. Offsets stay in UTF-16. Whatever has positions got them from the
 * text, or hands them to it, so this is the only place that converts any.
 */
class EncodedText extends ChunkedText {
  /** The widths of chunks, since a line may be the whole of a large document. */
  private readonly known = new WeakMap<Chunk, number>();

  constructor(
    { uri, languageId, version, text }: TextDocumentItem,
    private readonly width: Width,
  ) {
    super(uri, languageId, version, text);
  }

  override positionAt(offset: number): Position {
    const { line, character } = super.positionAt(offset);
    const start = super.offsetAt({ line, character: 0 });
    let units = 0;
    for (const { chunk, from, to } of this.stretches(start, start + character)) {
      units += this.widthOf(chunk, from, to);
    }
    return { line, character: units };
  }

  /** A position inside a character is taken for that before it. */
  override offsetAt({ line, character }: Position): number {
    const start = super.offsetAt({ line, character: 0 });
    const end = super.offsetAt({ line, character: Infinity });
    let left = character;
    for (const { base, chunk, from, to } of this.stretches(start, end)) {
      const units = this.widthOf(chunk, from, to);
      if (units > left) {
        return base + this.fit(chunk.text, from, left);
      }
      left -= units;
    }
    return end;
  }

  /** The chunks between two offsets, with the part of each that is in between. */
  private *stretches(start: number, end: number): Generator<{ chunk: Chunk; base: number; from: number; to: number }> {
    for (let index = this.chunkAt(start); ; index++) {
      const chunk = this.chunks[index];
      const base = this.offsetOfChunk(index);
      if (!chunk || base >= end) {
        return;
      }
      yield { chunk, base, from: Math.max(0, start - base), to: Math.min(chunk.text.length, end - base) };
    }
  }

  private widthOf(chunk: Chunk, from: number, to: number): number {
    if (from > 0 || to < chunk.text.length) {
      return this.measure(chunk.text.slice(from, to));
    }
    const width = this.known.get(chunk) ?? this.measure(chunk.text);
    this.known.set(chunk, width);
    return width;
  }

  private measure(text: string): number {
    let width = 0;
    for (const character of text) {
      width += this.width(character.codePointAt(0) ?? 0);
    }
    return width;
  }

  /** The offset up to which the characters from another one on take no more than some units. */
  private fit(text: string, from: number, units: number): number {
    let offset = from;
    let left = units;
    for (const character of text.slice(from)) {
      left -= this.width(character.codePointAt(0) ?? 0);
      if (left < 0) {
        break;
      }
      offset += character.length;
    }
    return offset;
  }
}
