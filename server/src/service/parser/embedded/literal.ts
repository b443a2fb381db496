import { SourceMappedText } from '../../base/sourceMappedText';
import { writeQuoted } from './quotedString';

/** A response in another notation, decoded to JSON. */
export interface DecodedBody {
  readonly decoded: SourceMappedText;
  /** The offset after it. */
  readonly end: number;
  /** It goes on after the limit. */
  readonly isOpen: boolean;
  /** It was written as JSON here. Otherwise it is the raw text of a string, in which there may be anything. */
  readonly isJson?: boolean;
  /** The end of the text that was examined, if it is not the end. */
  readonly seen?: number;
  /** Where to search on if no response is in it, since it turned out not to be in this notation; usually the end. */
  readonly retry?: number;
}

/** The member `Response` as Python, JavaScript and Ruby print it, up to the brace that opens its value. */
const head =
  /(\{?)\s{0,200}(?:'Response'\s{0,9}(?::|=>)\s{0,200}(?=\{)|"Response"\s{0,9}=>\s{0,200}(?=\{)|Response\s{0,9}:\s{0,200}(?=\{\s{0,200}[\w$'}]))/y;

/** A beginning of it without whitespace, which may go on after the limit. */
const startOfHead = /^\{(?:['"]?Response['"]?(?::|=>?)?\{?)?$/;
const maxHeadLength = 700;

/** What Node prints in place of values that are nested too deep, too long or no data. */
const placeholder = /\[(?:Object|Array|Circular|Function|Getter|class)\b[^\]\r\n]{0,80}\]|\.\.\. \d{1,9} more items?/y;

const whitespace = /\s+/y;
const number = /-?\d{1,40}(?:\.\d{1,40})?(?:e[+-]?\d{1,3})?(?![\w.])/iy;
const name = /[A-Za-z_$][\w$]{0,200}/y;
const colon = /\s{0,9}:/y;
const plus = /\+\s{0,400}/y;

/** The end of a string. */
const closing = /["'`]?\s{0,400}/y;

/** The constants of Python, JavaScript and Ruby. */
const constants: ReadonlyMap<string, string> = new Map([
  ['None', 'null'],
  ['null', 'null'],
  ['nil', 'null'],
  ['undefined', 'null'],
  ['NaN', 'null'],
  ['True', 'true'],
  ['true', 'true'],
  ['False', 'false'],
  ['false', 'false'],
]);

/**
 * Reads the response at an offset that is written as Python, JavaScript or Ruby print their objects. The text ends at the
 * limit.
 */
export function readLiteral(text: string, offset: number, limit: number): DecodedBody | undefined {
  head.lastIndex = offset;
  const found = head.exec(text);
  if (!found) {
    return undefined;
  }
  const json = new SourceMappedText();
  const nameStart = offset + found[0].indexOf('Response');
  const nameEnd = nameStart + 'Response'.length;
  const quote = /["']/.test(text.charAt(nameEnd)) ? 1 : 0;
  json.replace('{', offset);
  json.replace('"', nameStart - quote);
  json.add('Response', nameStart);
  json.replace('"', nameEnd);
  json.replace(':', nameEnd + quote);
  const writer = new LiteralWriter(text, limit, json);
  const valueEnd = writer.write(head.lastIndex);
  if (writer.isBroken) {
    const written = json.rawOffset(json.text.length);
    const closed = matchedEnd(closing, text, written) ?? written;
    return {
      // What may be joined to a string is looked at to the end of its line.
      seen: endOfLine(text, matchedEnd(plus, text, closed) ?? closed, limit),
      decoded: json.end(valueEnd),
      end: valueEnd,
      isOpen: valueEnd === limit,
      isJson: true,
      retry: writer.lastName,
    };
  }
  const end = found[1] ? matchedEnd(/\s{0,200}\}/y, text, valueEnd) : undefined;
  if (end === undefined) {
    json.replace('}', valueEnd);
  } else {
    json.add(text.slice(valueEnd, end), valueEnd);
  }
  const isOpen =
    found[1] === '{' &&
    end === undefined &&
    text.slice(valueEnd, valueEnd + 200).trim() === '' &&
    limit - valueEnd < 200;
  return { decoded: json.end(end ?? valueEnd), end: end ?? valueEnd, isOpen, isJson: true };
}

/** Whether a text up to a limit may begin such a response, from the brace at an offset on. */
export function mayBeginLiteral(text: string, offset: number, limit: number): boolean {
  return limit - offset < maxHeadLength && startOfHead.test(text.slice(offset, limit).replace(/\s+/g, ''));
}

function endOfLine(text: string, offset: number, limit: number): number {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? limit : Math.min(newline + 1, limit);
}

function matchedEnd(pattern: RegExp, text: string, offset: number): number | undefined {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** Writes an object as JSON, token by token and without recursion. */
class LiteralWriter {
  /** The object is not closed, or something is in it that is no data. */
  isBroken = true;
  /** The offset of the last name without quotes. */
  lastName = 0;
  private depth = 0;

  constructor(
    private readonly text: string,
    private readonly limit: number,
    private readonly json: SourceMappedText,
  ) {}

  /** Writes the object at an offset. Returns the offset after it, or of what is no data. */
  write(offset: number): number {
    let end = offset;
    do {
      const next = end < this.limit ? this.token(end) : undefined;
      if (next === undefined) {
        return Math.min(end, this.limit);
      }
      end = next;
    } while (this.depth > 0);
    this.isBroken = false;
    return end;
  }

  /** Writes a token. Returns the offset after it; undefined if it is none. */
  private token(offset: number): number | undefined {
    const { text, json } = this;
    const first = text.charAt(offset);
    const skipped = matchedEnd(placeholder, text, offset);
    if (skipped !== undefined) {
      json.replace('null', offset);
      return skipped;
    }
    if ('{}[],:'.includes(first)) {
      this.depth += '{['.includes(first) ? 1 : '}]'.includes(first) ? -1 : 0;
      json.add(first, offset);
      return offset + 1;
    }
    if (text.startsWith('=>', offset)) {
      json.replace(':', offset);
      return offset + 2;
    }
    const literal = matchedEnd(whitespace, text, offset) ?? matchedEnd(number, text, offset);
    if (literal !== undefined) {
      json.add(text.slice(offset, literal), offset);
      return literal;
    }
    if ((matchedEnd(plus, text, offset) ?? 0) >= this.limit) {
      // The string that is joined to the last one is not there yet.
      return this.limit;
    }
    return writeQuoted(text, offset, this.limit, json) ?? this.word(offset);
  }

  /** Writes the name of a member, a constant, or the prefix of a string of Python. */
  private word(offset: number): number | undefined {
    const { text, json } = this;
    const end = matchedEnd(name, text, offset);
    if (end === undefined) {
      return undefined;
    }
    const word = text.slice(offset, end);
    const constant = constants.get(word);
    if (matchedEnd(colon, text, end) !== undefined) {
      this.lastName = offset;
      json.replace('"', offset);
      json.add(word, offset);
      json.replace('"', end);
    } else if (constant !== undefined) {
      json.replace(constant, offset);
    } else if (!/^[bur]$/.test(word) || !/["']/.test(text.charAt(end))) {
      return undefined;
    }
    return end;
  }
}
