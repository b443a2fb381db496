/**
 * A stretch of a document's text. Its offsets are relative to its own start, so an edit elsewhere does not affect it.
 */
export class Chunk {
  private starts: readonly number[] | undefined;

  constructor(readonly text: string) {}

  /** The number of lines that begin in this chunk, in half the time of `lineStarts`. */
  countLines(): number {
    let count = this.starts?.length ?? 0;
    if (!this.starts) {
      eachLineStart(this.text, () => count++);
    }
    return count;
  }

  /** The offsets of the lines that begin in this chunk, in UTF-16 units from its start. */
  get lineStarts(): readonly number[] {
    if (!this.starts) {
      const starts: number[] = [];
      eachLineStart(this.text, (start) => starts.push(start));
      this.starts = starts;
    }
    return this.starts;
  }
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Visits the offset after each LF, CR or CRLF, the line breaks of the Language Server Protocol. */
function eachLineStart(text: string, visit: (start: number) => void): void {
  let feed = text.indexOf('\n');
  let carriage = text.indexOf('\r');
  while (feed >= 0 || carriage >= 0) {
    let end: number;
    if (carriage < 0 || (feed >= 0 && feed < carriage)) {
      end = feed + 1;
    } else {
      end = text.charCodeAt(carriage + 1) === lineFeed ? carriage + 2 : carriage + 1;
      carriage = text.indexOf('\r', end);
    }
    visit(end);
    if (feed >= 0 && feed < end) {
      feed = text.indexOf('\n', end);
    }
  }
}

/** Whether a boundary between chunks would split a CRLF or a surrogate pair. */
export function splitsPair(before: string, after: string): boolean {
  const last = before.charCodeAt(before.length - 1);
  const first = after.charCodeAt(0);
  return (last === carriageReturn && first === lineFeed) || (isHighSurrogate(last) && isLowSurrogate(first));
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
