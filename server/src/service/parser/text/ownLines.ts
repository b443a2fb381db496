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
    const { text, end } = this;
    if (this.isLast || end === text.length || this.count === maxLines) {
      return false;
    }
    const newline = text.indexOf('\n', end);
    this.seen = newline < 0 ? text.length : newline + 1;
    const line = text.slice(end, this.seen);
    if (this.count > 0 && endLine.test(line.trimEnd())) {
      return false;
    }
    const before = this.next ? line.slice(0, indexOf(this.next, line)) : line;
    const length = startOfNext(before);
    this.isLast = length < line.length;
    this.count++;
    this.start = end;
    this.end = end + length;
    return true;
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

function indexOf(pattern: RegExp, text: string): number {
  const index = text.search(pattern);
  return index < 0 ? text.length : index;
}
