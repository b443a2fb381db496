/** Maximum length of an exception text from its message on, in UTF-16 units and in lines. */
const maxLength = 16_000;
const maxLines = 30;

/** The beginning of most exception texts, and their class or bracket before that. */
export const mark = 'encentCloudSDK';
const beforeMark = /\[?[\w.:\\]{0,80}$/;

/**
 * A line that ends an exception text: blank, except for a border drawn by a terminal; a fence of Markdown; another
 * record of a log; a body.
 */
const endLine =
  /^[\s>│|╵]*$|^ {0,3}(?:`{3}|~{3})|^\[?(?:\d{4}[-/]\d\d[-/]\d\d|\d\d:\d\d:\d\d|[IWEF]\d{4} \d\d:|(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\b)|^\s{0,40}\{\s{0,9}"/;

/** The end of a line, and blank lines after it. */
const blankLines = /\s*\n/y;

/** A frame of a stack; a property, or the end of all. */
const frame = /^\s{1,40}at /;
const property = /^\s{1,40}\w{1,40}: |^\s{0,40}\}/;

/** A line after which properties may follow. */
const beforeProperty = /^\s{1,40}at |^\s{1,40}\w{1,40}: |\{\s{0,9}$/;

/** Walks through the lines of one exception text. It never looks at more of the text than it has to. */
export class OwnLines {
  /** The text from `offset` on. All other offsets are relative to it. */
  readonly text: string;
  /** The current line, up to where another exception text begins in it. */
  start = 0;
  end = 0;
  /** The end of what was looked at. */
  seen = 0;
  private count = 0;
  private isLast = false;

  /** `next` finds other beginnings than the usual ones. */
  constructor(
    text: string,
    readonly offset: number,
    to: number,
    private readonly next?: RegExp,
  ) {
    this.text = text.slice(offset, Math.min(to, offset + maxLength));
  }

  /** Goes to the next line. Returns false if the text has ended. */
  advance(): boolean {
    const { text } = this;
    const start = this.count > 0 ? this.startOfNext() : this.end;
    if (this.isLast || start === text.length || this.count === maxLines) {
      return false;
    }
    const next = endOfLine(text, start);
    this.seen = Math.max(this.seen, next);
    const line = text.slice(start, next);
    if (this.count > 0 && endLine.test(line.trimEnd())) {
      return false;
    }
    const before = this.next ? line.slice(0, indexOf(this.next, line)) : line;
    const length = startOfNext(before);
    this.isLast = length < line.length;
    this.count++;
    this.start = start;
    this.end = start + length;
    return true;
  }

  /** The start of the next line, without blank lines before it if it goes on with a stack. */
  private startOfNext(): number {
    const { text, end } = this;
    blankLines.lastIndex = end;
    if (!blankLines.test(text)) {
      return end;
    }
    const start = blankLines.lastIndex;
    this.seen = Math.max(this.seen, endOfLine(text, start));
    const line = text.slice(start, this.seen);
    const isInStack = beforeProperty.test(text.slice(this.start, end).trimEnd());
    return frame.test(line) || (isInStack && property.test(line)) ? start : end;
  }
}

/** The offset of the next exception text whose mark stands after `from`, or of a body; else the length of the text. */
export function startOfNext(text: string, from = 0): number {
  const index = text.indexOf(mark, from);
  const body = (index < 0 ? text : text.slice(0, index)).indexOf('{"Response"', from);
  if (body >= 0) {
    return body;
  }
  const before = text.slice(Math.max(0, index - 100), Math.max(0, index));
  return index < 0 ? text.length : index - before.length + (beforeMark.exec(before)?.index ?? before.length);
}

function endOfLine(text: string, start: number): number {
  const newline = text.indexOf('\n', start);
  return newline < 0 ? text.length : newline + 1;
}

function indexOf(pattern: RegExp, text: string): number {
  const index = text.search(pattern);
  return index < 0 ? text.length : index;
}
