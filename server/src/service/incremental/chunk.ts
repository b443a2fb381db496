/**
 * A stretch of a document's text. Chunks never share text, and their offsets count
 * from their own beginning, so that an edit elsewhere changes nothing in them.
 */
export class Chunk {
  private starts: readonly number[] | undefined;

  constructor(readonly text: string) {}

  /** How many lines begin in this chunk, for callers that need not know where: that takes twice as long. */
  countLines(): number {
    let count = this.starts?.length ?? 0;
    if (!this.starts) {
      eachLineStart(this.text, () => count++);
    }
    return count;
  }

  /** Where each line begins that begins in this chunk, in UTF-16 units from the chunk's beginning. */
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

/** Visits the offset after each line feed, carriage return, or pair of both, as the Language Server Protocol counts lines. */
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

/** Whether a chunk must not end here: between the two halves of a line break or of a character. */
export function splitsPair(before: string, after: string): boolean {
  const last = before.charCodeAt(before.length - 1);
  const first = after.charCodeAt(0);
  return (last === carriageReturn && first === lineFeed) || (isHigh(last) && isLow(first));
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
