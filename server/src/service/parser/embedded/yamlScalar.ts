import { SourceMappedText } from './sourceMappedText';

/** A quoted scalar of YAML; `isOpen`: the text ended before it. */
export interface QuotedScalar {
  readonly decoded: SourceMappedText;
  /** Behind its closing quote. */
  readonly end: number;
  readonly isOpen: boolean;
}

/** Longer ones are not what somebody recorded: a quote that nothing closes. */
const maxLength = 5_000_000;

/** Escapes that stand for one character (YAML 1.2.2, 5.7), but for those with a number. */
const short: Readonly<Record<string, string>> = {
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

/** Digits after an escape with a number. */
const digits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** What ends a run of characters that stand for themselves. */
const singleStop = /'|\r?\n/g;
const doubleStop = /["\\]|\r?\n/g;

/** Whitespace at the beginning of a line that continues a scalar, and empty lines before it. */
const fold = /(?:[ \t]*\r?\n)*[ \t]*/y;

/** Reads the quoted scalar whose opening quote is at an offset (YAML 1.2.2, 7.3.1 and 7.3.2). */
export function readQuotedScalar(text: string, quote: number, limit: number): QuotedScalar {
  const decoded = new SourceMappedText();
  const isDouble = text.charAt(quote) === '"';
  const stop = isDouble ? doubleStop : singleStop;
  const last = Math.min(limit, quote + maxLength);
  let from = quote + 1;
  for (;;) {
    stop.lastIndex = from;
    const found = stop.exec(text);
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

/** A line break is folded into a space; with empty lines after it, into as many line breaks as there are of these. */
function folded(text: string, start: number, next: number, decoded: SourceMappedText): number {
  fold.lastIndex = next;
  const after = fold.exec(text)?.[0] ?? '';
  const empty = after.split('\n').length - 1;
  decoded.replace(empty > 0 ? '\n'.repeat(empty) : ' ', start);
  return next + after.length;
}

function escape(text: string, index: number, decoded: SourceMappedText): number {
  const letter = text.charAt(index + 1);
  if (letter === '\n' || letter === '\r') {
    // The line goes on where the next one begins.
    fold.lastIndex = index + (letter === '\r' ? 3 : 2);
    const after = fold.exec(text)?.[0] ?? '';
    const empty = after.split('\n').length - 1;
    decoded.replace('\n'.repeat(empty), index);
    return index + (letter === '\r' ? 3 : 2) + after.length;
  }
  const count = digits[letter] ?? 0;
  const hex = text.slice(index + 2, index + 2 + count);
  if (count > 0 && /^[0-9a-f]{2,8}$/i.test(hex) && hex.length === count && parseInt(hex, 16) <= 0x10ffff) {
    decoded.replace(String.fromCodePoint(parseInt(hex, 16)), index);
    return index + 2 + count;
  }
  decoded.replace(short[letter] ?? letter, index);
  return index + 2;
}
