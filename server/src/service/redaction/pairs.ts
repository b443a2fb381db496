import { isName, nextName, type SecretName } from './names';
import type { PlainView } from './plainView';
import { isHarmless, looksMadeUp } from './plausible';
import { endOfLine, readQuoted, type Range } from './valueExtent';

/** How far before its name a value is looked for, in UTF-16 units. */
const maxBefore = 8192;

const named = /(?:name|key|k)["'`]?\s*(?:=>|[:=])\s*["'`]?[\w-]{0,80}$/i;
const value = /["'`\s{<](?:value|val|v|content|data)["'`]?\s*(?:=>|[:=])\s*(?=["'`])/i;

/** The value in `"value": "…", "name": "SecretKey"`: a string in the same object or tag, before the name. */
export function valueBefore(view: PlainView, { start }: SecretName): Range | undefined {
  const { text } = view;
  const from = Math.max(0, start - maxBefore);
  if (!named.test(text.slice(Math.max(from, start - 100), start))) {
    return undefined;
  }
  const before = text.slice(from, start);
  const open = Math.max(before.lastIndexOf('{'), before.lastIndexOf('<'));
  const match = open < 0 ? null : value.exec(before.slice(open));
  const quoted = match && readQuoted(view, from + open + match.index + match[0].length);
  return quoted && quoted.end < start ? quoted : undefined;
}

/** A row of values below a row of names, in CSV or in Markdown. */
export interface Cell extends Range {
  readonly name: SecretName;
}

/** The secrets in the rows below a row of names that begins at an offset, and where the table ends. */
export function readTable(view: PlainView, lineStart: number): { readonly cells: Cell[]; readonly end: number } {
  const { text } = view;
  let end = endOfLine(text, lineStart);
  const header = text.slice(lineStart, end);
  const delimiter = /[|,\t]/.exec(header)?.[0];
  const names = delimiter === undefined ? [] : columnsOf(header, delimiter, lineStart);
  if (delimiter === undefined || !names.some((name) => name !== undefined) || !/^[\w .,|\t"-]+$/.test(header)) {
    return { cells: [], end };
  }
  const cells: Cell[] = [];
  for (let line = nextLine(text, end); line < text.length; line = nextLine(text, end)) {
    const row = text.slice(line, endOfLine(text, line));
    const values = row.split(delimiter);
    if (values.length !== names.length) {
      break;
    }
    end = line + row.length;
    let at = line;
    for (const [column, value] of values.entries()) {
      const name = names[column];
      const bare = value.trim().replace(/^"|"$/g, '');
      const start = at + value.indexOf(bare);
      const range = { start, end: start + bare.length };
      if (name && looksMadeUp(bare, 8) && !isHarmless(text, range, name)) {
        cells.push({ ...range, name });
      }
      at += value.length + 1;
    }
  }
  return { cells, end };
}

function nextLine(text: string, end: number): number {
  const feed = text.indexOf('\n', end);
  return feed < 0 ? text.length : feed + 1;
}

/** The names that are all of their cell, by column. */
function columnsOf(header: string, delimiter: string, lineStart: number): (SecretName | undefined)[] {
  let at = lineStart;
  return header.split(delimiter).map((cell) => {
    const cellStart = at;
    at += cell.length + 1;
    const name = nextName(cell, 0);
    const isAll = /^[\s"*]*$/.test(cell.slice(name?.end)) && /^[\s"*]*[\w-]{0,40}$/.test(cell.slice(0, name?.start));
    return name && isAll ? { ...name, start: cellStart + name.start, end: cellStart + name.end } : undefined;
  });
}

/** What may stand before a word of the same sentence. */
const gap = /[^\w+\n]{0,12}(?:\n[^\w+\n]{0,20})?/y;
const word = /[\w+/~.-]{1,200}/y;
const restOfWord = /[\w+/=~.-]*/y;
const separator = /["'`]?\s{0,9}(?::|=(?![=\s]|$))/y;

/** Words that a value does not follow, but an id. */
const beforeId = /^(?:request|trace|task|instance|order|session|id)/i;

/** A value that looks made up and follows its name in the same sentence, as in "the SecretKey ends with …". */
export function valueNearby({ text }: PlainView, { end, vague }: SecretName): Range | undefined {
  for (let at = end, words = 0; words < (vague ? 0 : 6); words++) {
    const start = endOfMatch(gap, text, at);
    at = endOfMatch(word, text, start);
    const found = text.slice(start, at);
    if (endOfMatch(separator, text, at) > at) {
      return undefined;
    }
    if (looksMadeUp(found, 20) && !/^[\da-f]{8}-[\da-f]{4}-/i.test(found)) {
      return { start, end: endOfMatch(restOfWord, text, at) };
    }
    if (!/^[A-Za-z.]{1,12}$/.test(found) || beforeId.test(found) || isName(found)) {
      return undefined;
    }
  }
  return undefined;
}

/** Where a sticky expression that matches at an offset ends; the offset itself if it does not match. */
function endOfMatch(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : at;
}
