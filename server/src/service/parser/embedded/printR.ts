import { SourceMappedText } from '../../base/sourceMappedText';
import type { DecodedBody } from './literal';
import { writeText } from './quotedString';

/** A member with its value. */
const member = /^\[([^\]]{0,200})\] =>(?: (.*))?$/;

/** The value of a member that has members itself. */
const container = /^(?:Array|[\w\\]{1,200} Object)$/;

/** A message may have several lines. A longer one is probably the rest of the log. */
const maxLinesOfValue = 20;

/** Reads the member `Response` at an offset as PHP's `print_r` prints it. The text ends at the limit. */
export function readPrintR(text: string, offset: number, limit: number): DecodedBody {
  const json = new SourceMappedText();
  json.replace('{', offset);
  const { end, isClosed } = new Printed(text, limit, json).read(offset);
  if (isClosed) {
    json.replace('}', end);
  }
  return { decoded: json.end(end), end, isOpen: !isClosed && end >= limit, isJson: true };
}

/** Writes what is printed as JSON, line by line. */
class Printed {
  private depth = 0;
  private needsComma = false;
  /** The number of lines of the current value, and where it ends; 0 if there is none. */
  private lines = 0;
  private valueEnd = 0;

  constructor(
    private readonly text: string,
    private readonly limit: number,
    private readonly json: SourceMappedText,
  ) {}

  read(offset: number): { end: number; isClosed: boolean } {
    let end = offset;
    while (end < this.limit && this.lines <= maxLinesOfValue) {
      const newline = this.text.indexOf('\n', end);
      const next = newline < 0 ? this.limit : newline + 1;
      const line = this.text.slice(end, next);
      const content = line.trim();
      const start = end + line.length - line.trimStart().length;
      if (!this.take(content, start)) {
        return { end, isClosed: false };
      }
      if (content === ')' && this.depth === 0) {
        return { end: start + 1, isClosed: true };
      }
      end = next;
    }
    return { end, isClosed: false };
  }

  /** Writes the content of a line. Returns false if it is none of `print_r`. */
  private take(content: string, start: number): boolean {
    const found = member.exec(content);
    if (found) {
      this.member(found, start);
    } else if (content === '(' || content === ')') {
      this.endValue();
      this.depth += content === '(' ? 1 : -1;
      this.needsComma = content === ')';
      this.json.replace(content === '(' ? '{' : '}', start);
    } else if (this.lines > 0 && content !== '') {
      writeText(`\n${content}`, start - 1, this.json);
      this.lines++;
      this.valueEnd = start + content.length;
    } else {
      return content === '';
    }
    return true;
  }

  private member([content, name = '', value = '']: RegExpExecArray, start: number): void {
    const { json } = this;
    this.endValue();
    json.replace(this.needsComma ? ',"' : '"', start);
    writeText(name, start + 1, json);
    json.replace('":', start + 1 + name.length);
    this.needsComma = true;
    if (!container.test(value)) {
      this.valueEnd = start + content.length;
      json.replace('"', this.valueEnd - value.length);
      writeText(value, this.valueEnd - value.length, json);
      this.lines = 1;
    }
  }

  private endValue(): void {
    if (this.lines > 0) {
      // The space holds the offset after the value.
      this.json.replace('"', this.valueEnd);
      this.json.replace(' ', this.valueEnd);
      this.lines = 0;
    }
  }
}
