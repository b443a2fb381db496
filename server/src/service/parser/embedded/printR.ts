import type { DecodedBody } from './literal';
import { writeText } from './quotedString';
import { SourceMappedText } from './sourceMappedText';

/** A line of `print_r`: a member with its value, the beginning or the end of an array or object, or nothing. */
const line = /[ \t]{0,400}(?:\[([^\]\r\n]{0,200})\] => ?([^\r\n]*)|([()]))?[ \t]{0,400}(?:\r?\n|$)/y;

/** The value of a member that has members itself. */
const container = /^(?:Array|[\w\\]{1,200} Object)\s*$/;

/** A message may have several lines. A longer one is probably the rest of the log. */
const maxLinesOfValue = 20;

/** Reads the member `Response` at an offset as PHP's `print_r` prints it. */
export function readPrintR(text: string, offset: number, limit: number): DecodedBody {
  const json = new SourceMappedText();
  json.replace('{', offset);
  const { end, isClosed } = new Printed(text, limit, json).read(offset);
  if (isClosed) {
    json.replace('}', end);
  }
  return { decoded: json.end(end), end, isOpen: !isClosed && end >= limit };
}

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
      line.lastIndex = end;
      const found = line.exec(this.text);
      const next = found ? line.lastIndex : this.goOn(end);
      if (next === undefined) {
        return { end, isClosed: false };
      }
      if (found) {
        this.take(found, end);
      }
      end = next;
      if (found?.[3] === ')' && this.depth === 0) {
        return { end: found.index + found[0].indexOf(')') + 1, isClosed: true };
      }
    }
    return { end: Math.min(end, this.limit), isClosed: false };
  }

  /** Writes a line. */
  private take([written, name, value = '', bracket]: RegExpExecArray, start: number): void {
    const { json } = this;
    if (name !== undefined) {
      this.endValue();
      const nameStart = start + written.indexOf('[') + 1;
      json.replace(this.needsComma ? ',"' : '"', nameStart - 1);
      writeText(name, nameStart, json);
      json.replace('":', nameStart + name.length);
      this.needsComma = true;
      if (!container.test(value)) {
        const valueStart = start + written.indexOf('] =>') + '] =>'.length + (written.includes('] => ') ? 1 : 0);
        json.replace('"', valueStart);
        writeText(value.trimEnd(), valueStart, json);
        this.lines = 1;
        this.valueEnd = valueStart + value.trimEnd().length;
      }
    } else if (bracket !== undefined) {
      this.endValue();
      this.depth += bracket === '(' ? 1 : -1;
      this.needsComma = bracket === ')';
      json.replace(bracket === '(' ? '{' : '}', start + written.indexOf(bracket));
    }
  }

  /** Continues the current value with a line. Returns the offset after the line; undefined if there is no value. */
  private goOn(offset: number): number | undefined {
    if (this.lines === 0) {
      return undefined;
    }
    const newline = this.text.indexOf('\n', offset);
    const end = newline < 0 || newline >= this.limit ? this.limit : newline + 1;
    const goesOn = this.text.slice(offset, end).trimEnd();
    writeText(`\n${goesOn}`, offset - 1, this.json);
    this.lines++;
    this.valueEnd = offset + goesOn.length;
    return end;
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
