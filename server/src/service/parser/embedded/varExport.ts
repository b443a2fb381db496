import { SourceMappedText } from '../../base/sourceMappedText';
import type { DecodedBody } from './literal';
import { writeText } from './quotedString';

/** An array or an object, up to its first member. */
const opening = /(?:\(object\) ?|\\?[A-Za-z][\w\\]{0,200}(::__set_state)\()?array ?\(/y;

/** The name of the member `Response`, and what makes it one of PHP's. */
const head = /'Response' =>\s{1,200}(?=(?:\(object\) ?|\\?[A-Za-z][\w\\]{0,200}::__set_state\()?array ?\()/y;

const whitespace = /\s*/y;
const index = /\d{1,20}/y;
const arrow = /\s{0,9}=>/y;
const constant = /(?:NULL|null|true|false|-?\d{1,40}(?:\.\d{1,40})?(?:E[+-]?\d{1,3})?)(?![\w.])/y;

/** Reads the member `Response` at an offset as PHP's `var_export` prints it. The text ends at the limit. */
export function readVarExport(text: string, offset: number, limit: number): DecodedBody | undefined {
  if (!matchAt(head, text, offset)) {
    return undefined;
  }
  const json = new SourceMappedText();
  json.replace('{', offset);
  const { end, isClosed } = new Exported(text, limit, json).read(offset);
  if (isClosed) {
    json.replace('}', end);
  }
  const isOpen = !isClosed && end === limit;
  return { decoded: json.end(end), end, isOpen, isJson: true, seen: isClosed ? end : Math.min(end + 1, limit) };
}

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

/** Writes what was exported as JSON, token by token and without recursion. */
class Exported {
  /** What closes each array or object that is open. */
  private readonly closings: string[] = [];
  private needsComma = false;
  private needsValue = false;

  constructor(
    private readonly text: string,
    private readonly limit: number,
    private readonly json: SourceMappedText,
  ) {}

  read(offset: number): { end: number; isClosed: boolean } {
    for (let end = offset; ;) {
      const next = this.needsValue ? this.value(end) : this.name(end);
      if (next === undefined || next >= this.limit) {
        return { end: Math.min(next ?? end, this.limit), isClosed: next !== undefined && this.isClosed };
      }
      end = next;
      if (this.isClosed) {
        return { end, isClosed: true };
      }
      matchAt(whitespace, this.text, end);
      end = Math.min(whitespace.lastIndex, this.limit);
    }
  }

  private get isClosed(): boolean {
    return this.closings.length === 0 && this.needsComma;
  }

  /** Writes the name of a member, or what stands in its place. Returns the offset after it; undefined if it is none. */
  private name(offset: number): number | undefined {
    const { text, json } = this;
    const closing = this.closings.at(-1);
    if (closing && text.startsWith(closing, offset)) {
      this.closings.pop();
      json.replace('}', offset);
      this.needsComma = true;
      return offset + closing.length;
    }
    if (text.charAt(offset) === ',' && this.needsComma) {
      return offset + 1;
    }
    json.replace(this.needsComma ? ',' : '', offset);
    const end = this.string(offset) ?? this.index(offset);
    if (end === undefined || !matchAt(arrow, text, end)) {
      return end === this.limit ? end : undefined;
    }
    json.replace(':', end);
    this.needsValue = true;
    return arrow.lastIndex;
  }

  private index(offset: number): number | undefined {
    const found = matchAt(index, this.text, offset);
    if (found) {
      this.json.replace(`"${found[0]}"`, offset);
    }
    return found ? index.lastIndex : undefined;
  }

  private value(offset: number): number | undefined {
    const { text, json } = this;
    const opened = matchAt(opening, text, offset);
    const plain = opened ? null : matchAt(constant, text, offset);
    this.needsValue = false;
    this.needsComma = !opened;
    if (opened) {
      this.closings.push(opened[1] ? '))' : ')');
      json.replace('{', offset);
      return opening.lastIndex;
    }
    if (plain) {
      json.add(plain[0].toLowerCase(), offset);
      return constant.lastIndex;
    }
    return this.string(offset);
  }

  /** Writes a string, in which only quotes and backslashes are escaped. The limit is returned if it is not closed. */
  private string(offset: number): number | undefined {
    const { text, limit, json } = this;
    if (text.charAt(offset) !== "'") {
      return undefined;
    }
    json.replace('"', offset);
    const special = /'|\\['\\]/g;
    for (let from = offset + 1; ;) {
      special.lastIndex = from;
      const found = special.exec(text);
      const end = Math.min(found?.index ?? limit, limit);
      writeText(text.slice(from, end), from, json);
      if (!found || end === limit) {
        return limit;
      }
      from = special.lastIndex;
      if (found[0] === "'") {
        json.replace('"', end);
        // The space holds the offset after the string.
        json.replace(' ', from);
        return from;
      }
      writeText(found[0].slice(1), end, json);
    }
  }
}
