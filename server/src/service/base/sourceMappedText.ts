import { countUpTo } from './binarySearch';
import type { Span } from './span';

/** A decoded text, with the offset of each character in the raw text. All offsets are UTF-16 units. */
export class SourceMappedText {
  text = '';
  /** The start of each run of characters that were not escaped: in this text, and in the raw text. */
  private readonly starts: number[] = [];
  private readonly raw: number[] = [];

  /** Adds characters that are literal in the raw text. */
  add(text: string, rawStart: number): void {
    if (text !== '') {
      this.addRun(rawStart);
      this.text += text;
    }
  }

  /** Adds characters that are written differently in the raw text, starting at `rawStart`. */
  replace(text: string, rawStart: number): void {
    this.addRun(rawStart);
    this.text += text;
  }

  /** Ends the text. `rawEnd` is its end in the raw text. */
  end(rawEnd: number): this {
    this.addRun(rawEnd);
    return this;
  }

  /** The raw offset of a character. */
  rawOffset(offset: number): number {
    const run = Math.max(0, countUpTo(this.starts, offset) - 1);
    return (this.raw[run] ?? 0) + Math.max(0, offset - (this.starts[run] ?? 0));
  }

  /** The raw span of a stretch of this text. */
  rawSpan({ offset, length }: Span): Span {
    const start = this.rawOffset(offset);
    return { offset: start, length: this.rawOffset(offset + length) - start };
  }

  private addRun(rawStart: number): void {
    // An empty run is replaced by the next one.
    if (this.starts.at(-1) === this.text.length) {
      this.raw[this.raw.length - 1] = rawStart;
      return;
    }
    this.starts.push(this.text.length);
    this.raw.push(rawStart);
  }
}
