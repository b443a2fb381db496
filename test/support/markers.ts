/**
 * Marked text: markers in a text for positions and ranges.
 *
 * - `<|>` is a cursor.
 * - `‹|…|›` is a range, `‹label|…|›` a range with a label. Ranges may be nested, and may be empty.
 */

export interface MarkedRange {
  readonly label: string;
  readonly offset: number;
  readonly length: number;
}

export interface MarkedText {
  /** The text without its markers. */
  readonly text: string;
  /** Offsets of the cursors, in the order of the text. */
  readonly cursors: readonly number[];
  /** In the order in which they begin, outer ones first. */
  readonly ranges: readonly MarkedRange[];
}

const marker = /<\|>|‹([^‹›|]*)\||\|›|[‹›]/g;

/** Reads marked text, possibly without markers. Throws if a range is not balanced. */
export function readMarkers(marked: string): MarkedText {
  const cursors: number[] = [];
  const ranges: { label: string; offset: number; length: number }[] = [];
  const open: { label: string; offset: number; length: number }[] = [];
  let text = '';
  let position = 0;
  for (const match of marked.matchAll(marker)) {
    text += marked.slice(position, match.index);
    position = match.index + match[0].length;
    if (match[0] === '<|>') {
      cursors.push(text.length);
    } else if (match[1] !== undefined) {
      const range = { label: match[1], offset: text.length, length: 0 };
      ranges.push(range);
      open.push(range);
    } else if (match[0] === '|›') {
      const range = open.pop();
      if (!range) {
        throw new Error(`Marked text: |› without ‹| at ${match.index}`);
      }
      range.length = text.length - range.offset;
    } else {
      throw new Error(`Marked text: ${match[0]} without | at ${match.index}`);
    }
  }
  const unclosed = open.pop();
  if (unclosed) {
    throw new Error(`Marked text: ‹${unclosed.label}| without |›`);
  }
  return { text: text + marked.slice(position), cursors, ranges };
}

/** Reads marked text. Throws if it has no markers. */
export function parseMarkers(marked: string): MarkedText {
  const parsed = readMarkers(marked);
  if (parsed.cursors.length === 0 && parsed.ranges.length === 0) {
    throw new Error('Marked text: no marker');
  }
  return parsed;
}

/** Reads marked text with exactly one cursor. */
export function parseCursor(marked: string): { text: string; offset: number } {
  const { text, cursors } = parseMarkers(marked);
  const [offset] = cursors;
  if (offset === undefined || cursors.length !== 1) {
    throw new Error(`Marked text: one cursor expected, not ${cursors.length}`);
  }
  return { text, offset };
}

/** Reads marked text with exactly one range. */
export function parseRange(marked: string): { text: string; range: MarkedRange } {
  const { text, ranges } = parseMarkers(marked);
  const [range] = ranges;
  if (range === undefined || ranges.length !== 1) {
    throw new Error(`Marked text: one range expected, not ${ranges.length}`);
  }
  return { text, range };
}

/**
 * Inserts ranges into a text as markers: the inverse of `readMarkers`. The order of ranges does not matter, so two sets
 * of ranges are equal exactly if their marked texts are.
 */
export function renderMarkers(text: string, ranges: readonly MarkedRange[]): string {
  const sorted = [...ranges].sort(
    (one, other) => one.offset - other.offset || other.length - one.length || (one.label < other.label ? -1 : 1),
  );
  const open: { end: number }[] = [];
  let result = '';
  let position = 0;
  const goTo = (offset: number): void => {
    result += text.slice(position, offset);
    position = offset;
  };
  const closeUpTo = (offset: number): void => {
    for (let last = open.at(-1); last && last.end <= offset; last = open.at(-1)) {
      goTo(last.end);
      result += '|›';
      open.pop();
    }
  };
  for (const { label, offset, length } of sorted) {
    closeUpTo(offset);
    goTo(offset);
    result += `‹${label}|`;
    open.push({ end: Math.min(offset + length, open.at(-1)?.end ?? Infinity) });
    if (length === 0) {
      closeUpTo(offset);
    }
  }
  closeUpTo(Infinity);
  return result + text.slice(position);
}
