import type { PlainView } from './plainView';

/** A part of a view's text. */
export interface Range {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** The content of a string, and where the text goes on after its quotes. */
export interface Quoted extends Range {
  readonly next: number;
}

/** How far a value without quotes goes. */
export interface WordOptions {
  /** It may contain any characters, as passwords do. */
  readonly free: boolean;
  /** A delimiter that is percent-encoded more than this belongs to the value. */
  readonly percentDepth: number;
}

const quotes = /["'`]/g;

/**
 * The string at an offset; undefined if there is none. It ends at a quote of the same kind that is not escaped more than
 * the first one, or where a string around it ends. If it does not end, it goes to the end of the line.
 */
export function readQuoted(view: PlainView, at: number): Quoted | undefined {
  const { text } = view;
  const quote = text.charAt(at);
  if (!/["'`]/.test(quote)) {
    return undefined;
  }
  const depth = view.depth(at);
  const run = runOf(view, at, quote);
  if (run === 2 && /^[\s,;:&)}\]>]?$/.test(text.charAt(at + 2))) {
    return { start: at + 1, end: at + 1, next: at + 2 };
  }
  const start = at + run;
  const closing = quote.repeat(run);
  quotes.lastIndex = start;
  for (let match = quotes.exec(text); match; match = quotes.exec(text)) {
    const end = match.index;
    const own = view.depth(end);
    if (text[end] === quote && own < depth) {
      return { start, end, next: end };
    }
    if (own === depth && text.startsWith(closing, end)) {
      if (run > 1 || !isDoubled(text, end)) {
        return { start, end, next: end + run };
      }
      quotes.lastIndex++;
    }
  }
  const end = endOfLine(text, start);
  return { start, end, next: end };
}

/** The number of equal quotes at an offset, three at most: `"""` in Python, `""` in CSV. */
function runOf(view: PlainView, at: number, quote: string): number {
  const depth = view.depth(at);
  const isSame = (offset: number): boolean => view.text[offset] === quote && view.depth(offset) === depth;
  return isSame(at + 1) ? (isSame(at + 2) ? 3 : 2) : 1;
}

/** Whether a quote is written twice to stand for itself, as in YAML and SQL. */
function isDoubled(text: string, at: number): boolean {
  return text[at + 1] === text[at] && !/^[\s,;:&)}\]>]?$/.test(text.charAt(at + 2));
}

const delimiters = /[\s"'`,;&<>(){}[\]|\\]|[^ -~]/g;

/** The end of a value without quotes. Names in it ask again, so the last answer is kept. */
export function endOfWord(view: PlainView, at: number, { free, percentDepth }: WordOptions): number {
  const last = view.lastWord;
  const isKnown = at >= last.start && at < last.end && last.free === free && last.percentDepth === percentDepth;
  if (!isKnown) {
    view.lastWord = { start: at, end: findEndOfWord(view, at, { free, percentDepth }), free, percentDepth };
  }
  return view.lastWord.end;
}

function findEndOfWord(view: PlainView, at: number, { free, percentDepth }: WordOptions): number {
  const { text } = view;
  delimiters.lastIndex = at;
  for (let match = delimiters.exec(text); match; match = delimiters.exec(text)) {
    if (view.percentDepth(match.index) <= percentDepth && (!free || delimits(text, match.index))) {
      return free ? match.index : withoutPunctuation(text, at, match.index);
    }
  }
  return free ? text.length : withoutPunctuation(text, at, text.length);
}

/** A name with a colon or an equals sign after it: no value, but the next field. */
const field = /[A-Za-z_][\w.-]{0,60}["'`]?[^\S\n]{0,9}(?:=>|:=|:|=(?![=&\s]|$))/y;

export function isField(text: string, at: number): boolean {
  field.lastIndex = at;
  return field.test(text);
}

/** Whether a character that a password may contain delimits it, judging by what follows. */
function delimits(text: string, at: number): boolean {
  const character = text.charAt(at);
  const next = text.charAt(at + 1);
  switch (character) {
    case ',':
    case ';':
      return /^["'`\s\u2e80-\u9fff]?$/.test(next) || isField(text, at + 1);
    case '&':
      return isField(text, at + 1);
    case '<':
      return /^[/A-Za-z!]/.test(next);
    case '"':
    case "'":
    case '`':
    case ')':
    case ']':
    case '}':
    case '>':
      return /^[\s"'`,;:&.<>)}\]]?$/.test(next);
    case '(':
    case '[':
    case '{':
    case '|':
    case '\\':
      return false;
    default:
      return /[\s\u2e80-\u9fff\uff00-\uffef]/.test(character);
  }
}

/** The end of a word without the punctuation of the sentence it ends. */
function withoutPunctuation(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && /[.:!?]/.test(text.charAt(last - 1))) {
    last--;
  }
  return last;
}

/** The end of the line that an offset is in, without its line break. */
export function endOfLine(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  const end = feed < 0 ? text.length : feed;
  return text[end - 1] === '\r' && end > at ? end - 1 : end;
}

/** The width of the whitespace at the beginning of a line. */
export function indentationAt(text: string, lineStart: number): number {
  let at = lineStart;
  while (text[at] === ' ' || text[at] === '\t') {
    at++;
  }
  return at - lineStart;
}

/** The lines of a block scalar that begins at the start of a line: those indented as much as the first, or blank. */
export function readBlock(text: string, lineStart: number): Range {
  const indentation = indentationAt(text, lineStart);
  const start = lineStart + indentation;
  let end = endOfLine(text, start);
  for (let line = text.indexOf('\n', end) + 1; line > 0 && line < text.length; line = text.indexOf('\n', line) + 1) {
    const width = indentationAt(text, line);
    const lineEnd = endOfLine(text, line);
    if (width >= indentation && line + width < lineEnd) {
      end = lineEnd;
    } else if (line + width < lineEnd) {
      break;
    }
  }
  return { start, end };
}
