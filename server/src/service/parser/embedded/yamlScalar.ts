import { SourceMappedText } from '../../base/sourceMappedText';

/** A quoted scalar of YAML. `isOpen`: it is not closed. */
export interface QuotedScalar {
  readonly decoded: SourceMappedText;
  /** The offset after the closing quote. */
  readonly end: number;
  readonly isOpen: boolean;
}

/** In UTF-16 units. A longer scalar is probably a quote that is never closed. */
const maxLength = 5_000_000;

/** Escapes of one letter (YAML 1.2.2, 5.7). */
const shortEscapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};

/** The number of hexadecimal digits of the other escapes. */
const hexDigits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** The end of a run of literal characters, in single and double quotes. */
const endOfSingle = /'|\r?\n/g;
const endOfDouble = /["\\]|\r?\n/g;

/** Reads the quoted scalar that starts with the quote at an offset (YAML 1.2.2, 7.3.1 and 7.3.2). */
export function readQuotedScalar(text: string, quote: number, limit: number): QuotedScalar {
  const decoded = new SourceMappedText();
  const isDouble = text.charAt(quote) === '"';
  const endPattern = isDouble ? endOfDouble : endOfSingle;
  const last = Math.min(limit, quote + maxLength);
  let from = quote + 1;
  for (;;) {
    endPattern.lastIndex = from;
    const found = endPattern.exec(text);
    if (!found || found.index >= last) {
      decoded.add(text.slice(from, last), from);
      return { decoded: decoded.end(last), end: last, isOpen: true };
    }
    const { index } = found;
    const isBreak = found[0].endsWith('\n');
    decoded.add(text.slice(from, isBreak ? endOfRun(text, from, index) : index), from);
    if (found[0] === '\\') {
      from = escape(text, index, decoded);
    } else if (isBreak) {
      from = folded(text, index, index + found[0].length, decoded);
    } else if (!isDouble && text.charAt(index + 1) === "'") {
      decoded.replace("'", index);
      from = index + 2;
    } else {
      return { decoded: decoded.end(index), end: index + 1, isOpen: false };
    }
  }
}

/** Whitespace at the end of a line is not part of the text. */
function endOfRun(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && (text.charAt(last - 1) === ' ' || text.charAt(last - 1) === '\t')) {
    last--;
  }
  return last;
}

/** A line break is folded into a space, or, with empty lines after it, into one line break per empty line. */
function folded(text: string, start: number, next: number, decoded: SourceMappedText): number {
  const { empty, end } = readEmptyLines(text, next);
  decoded.replace(empty > 0 ? '\n'.repeat(empty) : ' ', start);
  return end;
}

/** Counts the empty lines at an offset. `end` is the offset after them and the indentation of the next line. */
function readEmptyLines(text: string, start: number): { empty: number; end: number } {
  let empty = 0;
  for (let end = start; ; end++) {
    const character = text.charAt(end);
    if (character === '\n') {
      empty++;
    } else if (character !== ' ' && character !== '\t' && !text.startsWith('\r\n', end)) {
      return { empty, end };
    }
  }
}

function escape(text: string, index: number, decoded: SourceMappedText): number {
  const letter = text.charAt(index + 1);
  if (letter === '\n' || letter === '\r') {
    // An escaped line break joins two lines.
    const { empty, end } = readEmptyLines(text, index + (letter === '\r' ? 3 : 2));
    decoded.replace('\n'.repeat(empty), index);
    return end;
  }
  const count = hexDigits[letter] ?? 0;
  const hex = text.slice(index + 2, index + 2 + count);
  if (count > 0 && /^[0-9a-f]{2,8}$/i.test(hex) && hex.length === count && parseInt(hex, 16) <= 0x10ffff) {
    decoded.replace(String.fromCodePoint(parseInt(hex, 16)), index);
    return index + 2 + count;
  }
  decoded.replace(shortEscapes[letter] ?? letter, index);
  return index + 2;
}
