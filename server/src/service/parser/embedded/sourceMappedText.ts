import { countUpTo } from '../../base/binarySearch';

/**
 * A text that was written in another way where it was found, and where each of its characters stands there. All offsets
 * are UTF-16 units.
 */
export class SourceMappedText {
  text = '';
  /** Where runs of characters begin that are written one after the other: in this text, and where it was found. */
  private readonly starts: number[] = [];
  private readonly raw: number[] = [];

  /** Adds characters that stand as they are. */
  add(text: string, rawStart: number): void {
    if (text !== '') {
      this.addRun(rawStart);
      this.text += text;
    }
  }

  /** Adds characters that stand for something longer or shorter, which begins at `rawStart`. */
  replace(text: string, rawStart: number): void {
    this.addRun(rawStart);
    this.text += text;
  }

  /** Ends the text: where a last character would stand. */
  end(rawEnd: number): this {
    this.addRun(rawEnd);
    return this;
  }

  /** Where a character of this text stands. */
  rawOffset(offset: number): number {
    const run = Math.max(0, countUpTo(this.starts, offset) - 1);
    return (this.raw[run] ?? 0) + Math.max(0, offset - (this.starts[run] ?? 0));
  }

  private addRun(rawStart: number): void {
    // Of two runs at the same place the later counts: nothing stands between them.
    if (this.starts.at(-1) === this.text.length) {
      this.raw[this.raw.length - 1] = rawStart;
      return;
    }
    this.starts.push(this.text.length);
    this.raw.push(rawStart);
  }
}
