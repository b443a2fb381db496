import { byteOrderMark, encodingOf, type Encoding } from '../../files/encoding';
import type { ForwardText, Span } from '../../service';
import { Positions, type Position, type Range } from '../results/positions';

/** Bytes of a file or in memory, which can be read in any place. */
export interface Bytes {
  readonly length: number;
  read(start: number, end: number): Buffer;
}

/** The length of a block in bytes, an even number. Two or three of them are in memory. */
const defaultBlockLength = 512 * 1024;

/** Blocks that are kept: a response may begin in one and end in the next. */
const maxKept = 3;

/** Where a block begins: in the file, in the text, and in the lines of the text. */
interface Place {
  readonly byte: number;
  readonly offset: number;
  readonly line: number;
  /** The offset where this line begins. */
  readonly lineStart: number;
}

interface Block {
  readonly text: string;
  readonly positions: Positions;
  readonly isLast: boolean;
}

/** A text that is read in blocks and not kept. A byte order mark is dropped, invalid bytes become U+FFFD. */
export class BlockText implements ForwardText {
  readonly encoding: Encoding;
  /** The places of the blocks that were read so far, and of the next one. */
  private readonly places: Place[] = [{ byte: 0, offset: 0, line: 0, lineStart: 0 }];
  private readonly kept = new Map<number, Block>();

  constructor(
    private readonly bytes: Bytes,
    private readonly blockLength = defaultBlockLength,
  ) {
    this.encoding = encodingOf(bytes.read(0, Math.min(2, bytes.length)));
  }

  *blocks(): Iterable<string> {
    for (let index = 0; ; index++) {
      const block = this.block(index);
      if (!block) {
        return;
      }
      yield block.text;
    }
  }

  slice(start: number, end: number): string {
    let text = '';
    for (let index = this.indexAt(start); ; index++) {
      const place = this.places[index];
      const block = this.block(index);
      if (!place || !block || place.offset >= end) {
        return text;
      }
      text += block.text.slice(Math.max(0, start - place.offset), end - place.offset);
    }
  }

  rangeOf({ offset, length }: Span): Range {
    return { start: this.positionAt(offset), end: this.positionAt(offset + length) };
  }

  positionAt(offset: number): Position {
    const index = this.indexAt(offset);
    const place = this.places[index];
    const { line, character } = this.block(index)?.positions.at(offset - (place?.offset ?? 0)) ?? noPosition;
    return place && line === 0
      ? { line: place.line, character: place.offset - place.lineStart + character }
      : { line: (place?.line ?? 0) + line, character };
  }

  /** The index of the block that an offset is in. Reads on until there is one. */
  private indexAt(offset: number): number {
    const { places } = this;
    while ((places.at(-1)?.offset ?? 0) <= offset && this.block(places.length - 1)?.isLast === false);
    let index = places.length - 1;
    while (index > 0 && (places[index]?.offset ?? 0) > offset) {
      index--;
    }
    return index;
  }

  /** The block with an index; undefined after the last one. All before it must have been read. */
  private block(index: number): Block | undefined {
    const place = this.places[index];
    const known = this.kept.get(index);
    if (known || !place || (index > 0 && place.byte >= this.bytes.length)) {
      return known;
    }
    const block = this.read(index, place);
    const [oldest] = this.kept.keys();
    if (oldest !== undefined && this.kept.size >= maxKept) {
      this.kept.delete(oldest);
    }
    this.kept.set(index, block);
    return block;
  }

  private read(index: number, place: Place): Block {
    const { bytes, blockLength, encoding, places } = this;
    const end = Math.min(place.byte + blockLength, bytes.length);
    const isLast = end === bytes.length;
    const read = bytes.read(place.byte, end);
    const own = isLast ? read : read.subarray(0, encoding.lastBoundary(read));
    const decoded = encoding.decode(own);
    const text = index === 0 && decoded.startsWith(byteOrderMark) ? decoded.slice(1) : decoded;
    if (!isLast && index + 1 === places.length) {
      places.push(placeAfter(place, own.length, text));
    }
    return { text, positions: new Positions(text), isLast };
  }
}

const noPosition: Position = { line: 0, character: 0 };

function placeAfter({ byte, offset, line, lineStart }: Place, length: number, text: string): Place {
  const end = new Positions(text).at(text.length);
  return {
    byte: byte + length,
    offset: offset + text.length,
    line: line + end.line,
    lineStart: end.line > 0 ? offset + text.length - end.character : lineStart,
  };
}
