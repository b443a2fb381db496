import { SourceMappedText } from '../../base/sourceMappedText';
import type { DecodedBody } from './literal';
import { writeText } from './quotedString';

const head = /\{?Response=(?=\{)/y;
const name = /[A-Za-z_]\w{0,80}(?==)/y;

/** What separates two members. Those of a response begin with a capital, unlike most words of a message. */
const separator = /, (?=[A-Z]\w{0,80}=)/y;

/** What may end a value. Braces in it are closed before its end. */
const special = /[{}\n]|, (?=[A-Z]\w{0,80}=)/g;

/** The second line of a denial by CAM, the only message that has one. */
const secondLine = /\nresources? ?\(/y;
const maxSecondLine = 20;

/** Reads the response at an offset that is printed as `toString` of Java's maps does. The text ends at the limit. */
export function readJavaMap(text: string, offset: number, limit: number): DecodedBody | undefined {
  if (!matches(head, text, offset)) {
    return undefined;
  }
  const json = new SourceMappedText();
  const isMember = text.charAt(offset) !== '{';
  if (isMember) {
    json.replace('{', offset);
  }
  const { end, isClosed } = new Printed(text, limit, json).read(offset);
  if (isMember && isClosed) {
    json.replace('}', end);
  }
  const seen = isClosed ? end : Math.min(end + maxSecondLine, limit);
  return { decoded: json.end(end), end, isOpen: false, isJson: true, seen };
}

function matches(pattern: RegExp, text: string, offset: number): boolean {
  pattern.lastIndex = offset;
  return pattern.test(text);
}

/** Writes members as JSON, one after the other and without recursion. */
class Printed {
  private depth = 0;

  constructor(
    private readonly text: string,
    private readonly limit: number,
    private readonly json: SourceMappedText,
  ) {}

  read(offset: number): { end: number; isClosed: boolean } {
    for (let end = this.open(offset); ;) {
      const valueStart = this.name(end);
      if (this.text.charAt(valueStart) === '{') {
        end = this.open(valueStart);
        continue;
      }
      end = this.close(valueStart > end ? this.value(valueStart) : end);
      if (this.depth === 0 || !matches(separator, this.text, end)) {
        return { end, isClosed: this.depth === 0 };
      }
      this.json.add(',', end);
      end = separator.lastIndex;
    }
  }

  private open(offset: number): number {
    if (this.text.charAt(offset) !== '{') {
      return offset;
    }
    this.json.add('{', offset);
    this.depth++;
    return offset + 1;
  }

  private close(offset: number): number {
    let end = offset;
    for (; this.text.charAt(end) === '}' && this.depth > 0; end++) {
      this.json.add('}', end);
      this.depth--;
    }
    return end;
  }

  /** Writes the name at an offset, if there is one. Returns the offset of its value. */
  private name(offset: number): number {
    if (!matches(name, this.text, offset)) {
      return offset;
    }
    const end = name.lastIndex;
    this.json.replace('"', offset);
    this.json.add(this.text.slice(offset, end), offset);
    this.json.replace('":', end);
    return end + 1;
  }

  /** Writes a value without members as a string. Returns the offset after it. */
  private value(offset: number): number {
    const { text, json } = this;
    const end = this.endOfValue(offset);
    const value = text.slice(offset, end);
    if (value === 'null') {
      json.add(value, offset);
      return end;
    }
    json.replace('"', offset);
    writeText(value, offset, json);
    json.replace('"', end);
    // The space holds the offset after the value.
    json.replace(' ', end);
    return end;
  }

  private endOfValue(offset: number): number {
    const { text, limit } = this;
    special.lastIndex = offset;
    for (let depth = 0; ;) {
      const found = special.exec(text);
      if (!found || found.index >= limit) {
        return limit;
      }
      const [written] = found;
      const isInside = depth > 0 ? written !== '\n' : written === '{';
      if (!isInside && !(written === '\n' && matches(secondLine, text, found.index))) {
        return found.index;
      }
      depth += written === '{' ? 1 : written === '}' ? -1 : 0;
    }
  }
}
