import type { SecretName } from './names';
import { isName } from './names';
import type { PlainView } from './plainView';
import { isHarmless, isSentence, looksMadeUp, placeholderAt } from './plausible';
import { afterWrapping, type Separator } from './separators';
import { endOfLine, endOfWord, indentationAt, isField, readBlock, readQuoted, type Range } from './valueExtent';

/** A name with what follows it. */
export interface NamedPlace {
  readonly view: PlainView;
  readonly name: SecretName;
  readonly separator: Separator;
}

/** The values after a name and a separator: none, one, or those of a list. */
export function readValues(place: NamedPlace): Range[] {
  const { view, separator } = place;
  const { text } = view;
  const at = afterWrapping(text, separator.end);
  if (separator.until === '\n' && text.startsWith('Array', at)) {
    return readPrintedArray(place, at);
  }
  if (separator.until !== undefined) {
    return one(place, untilDelimiter(text, at, separator.until));
  }
  if (/[\r\n]/.test(text.charAt(at))) {
    return separator.least === 0 ? readNextLine(place, afterBlankLines(text, at)) : [];
  }
  const block = separator.least === 0 && at >= view.readUntil ? readHeadedBlock(text, at) : undefined;
  view.readUntil = Math.max(view.readUntil, block?.end ?? 0);
  return block ? one(place, block) : readValue(place, at);
}

/** A value on one line, or a list of them. */
export function readValue(place: NamedPlace, at: number): Range[] {
  const { view } = place;
  if (placeholderAt(view.text, at) > 0) {
    return [];
  }
  const quoted = readQuoted(view, at);
  if (quoted) {
    return isSentence(view.text.slice(quoted.start, quoted.end)) ? [] : one(place, quoted);
  }
  if (/[[{(]/.test(view.text.charAt(at))) {
    return place.separator.least > 0 || place.name.vague ? readBracketed(place, at) : readContainer(place, at);
  }
  if (isOtherField(view.text, at)) {
    return [];
  }
  const word = { start: at, end: wordEnd(place, at) };
  return isProse(view.text, word) ? [] : one(place, word);
}

function wordEnd({ view, name, separator }: NamedPlace, at: number): number {
  const percentDepth = separator.end > name.end ? view.percentDepth(separator.end - 1) : 0;
  return endOfWord(view, at, { free: name.kind === 'password', percentDepth });
}

/** The range, if it is a secret. */
function one({ view: { text }, name, separator }: NamedPlace, range: Range): Range[] {
  const least = Math.max(name.vague ? 8 : 0, name.kind === 'password' ? Math.min(separator.least, 8) : separator.least);
  const madeUp = least === 0 || looksMadeUp(text.slice(range.start, range.end), least);
  return madeUp && !isHarmless(text, range, name) ? [range] : [];
}

function untilDelimiter(text: string, at: number, delimiter: '<' | '\n'): Range {
  let end = delimiter === '\n' ? endOfLine(text, at) : endOfElement(text, at);
  while (end > at && /\s/.test(text.charAt(end - 1))) {
    end--;
  }
  return { start: at, end };
}

/** The end of what an XML element contains, if that is only text. Of one that is cut off, the end of the line. */
function endOfElement(text: string, at: number): number {
  if (text.startsWith('<![CDATA[', at - 9)) {
    const end = text.indexOf(']]>', at);
    return end < 0 ? endOfLine(text, at) : end;
  }
  const end = text.indexOf('<', at);
  if (end < 0) {
    const lineEnd = endOfLine(text, at);
    return looksMadeUp(text.slice(at, lineEnd), 8) ? lineEnd : at;
  }
  return text[end + 1] === '/' ? end : at;
}

const blockHead = /[|>][-+\d]{0,2}[^\S\n]*\r?\n/y;
const hereDocument = /<<[-~]?["']?(\w{1,40})["']?\r?\n/y;

/** A block scalar of YAML, or a here document. */
function readHeadedBlock(text: string, at: number): Range | undefined {
  blockHead.lastIndex = at;
  if (blockHead.test(text)) {
    return readBlock(text, blockHead.lastIndex);
  }
  hereDocument.lastIndex = at;
  const tag = hereDocument.exec(text)?.[1];
  if (tag === undefined) {
    return undefined;
  }
  const start = hereDocument.lastIndex;
  const end = text.indexOf(`\n${tag}`, start);
  return { start, end: end < 0 ? endOfLine(text, start) : end };
}

const printedItem = /(?:Array)?\s*(?:\(\s*)?\[\w+\] => ([^\n]*)/dy;

/** The values of an array of PHP's print_r. */
function readPrintedArray(place: NamedPlace, at: number): Range[] {
  const found: Range[] = [];
  printedItem.lastIndex = at;
  for (let match = printedItem.exec(place.view.text); match; match = printedItem.exec(place.view.text)) {
    const [start, end] = match.indices?.[1] ?? [at, at];
    found.push(...one(place, { start, end }));
  }
  return found;
}

/** The beginning of the next line that is not blank. */
function afterBlankLines(text: string, at: number): number {
  let line = text.indexOf('\n', at) + 1;
  for (let end = endOfLine(text, line); line < text.length && end === line + indentationAt(text, line);) {
    line = text.indexOf('\n', line) + 1 || text.length;
    end = endOfLine(text, line);
  }
  return line;
}

/** A value on the line after the name: quoted, indented more, a list, or alone and made up. */
function readNextLine(place: NamedPlace, line: number): Range[] {
  const { view, name } = place;
  const { text } = view;
  const at = afterWrapping(text, line + indentationAt(text, line));
  if (/["'`]/.test(text.charAt(at))) {
    return isField(text, at + 1) ? [] : readValue(place, at);
  }
  if (text.slice(at, at + 2).includes('- ')) {
    return readItems(place, line);
  }
  const end = wordEnd(place, at);
  const isAlone = end === endOfLine(text, at);
  const madeUp = looksMadeUp(text.slice(at, end), 16);
  const isIndented = indentationAt(text, line) > indentationAt(text, text.lastIndexOf('\n', name.start - 1) + 1);
  return (isAlone || madeUp) && (isIndented || madeUp) && (madeUp || !isField(text, at)) ? readValue(place, at) : [];
}

/** The items of a YAML list. */
function readItems(place: NamedPlace, firstLine: number): Range[] {
  const { view } = place;
  const { text } = view;
  if (firstLine < view.readUntil) {
    return [];
  }
  const indentation = indentationAt(text, firstLine);
  const found: Range[] = [];
  let line = firstLine;
  while (line < text.length) {
    const at = line + indentationAt(text, line);
    if (at - line !== indentation || !text.startsWith('- ', at) || isField(text, at + 2)) {
      break;
    }
    found.push(...readValue(place, at + 2));
    line = endOfLine(text, line) + 1;
  }
  view.readUntil = Math.max(view.readUntil, line);
  return found;
}

/** A value alone in brackets, as in `SecretKey [x]`. */
function readBracketed(place: NamedPlace, open: number): Range[] {
  const { text } = place.view;
  let at = open;
  while (/[[{(]/.test(text.charAt(at))) {
    at++;
  }
  return one(place, readQuoted(place.view, at) ?? { start: at, end: wordEnd(place, at) });
}

const item = /[^\s,;()[\]{}"'`]+/y;
const afterKey = /\s*(?:=>|:|=(?!=))\s*/y;

/** The values in brackets. Names in them are kept. It ends at a word on another line, since then no bracket closes it. */
function readContainer(place: NamedPlace, open: number): Range[] {
  const { view } = place;
  const { text } = view;
  const found: Range[] = [];
  const lineEnd = endOfLine(text, open);
  if (open < view.readUntil) {
    return [];
  }
  let depth = 0;
  let at = open;
  while (at < text.length) {
    const character = text.charAt(at);
    const quoted = readQuoted(view, at);
    item.lastIndex = at;
    if (quoted) {
      afterKey.lastIndex = quoted.next;
      const isKey = afterKey.test(text);
      found.push(...(isKey ? [] : one(place, quoted)));
      at = isKey ? afterKey.lastIndex : quoted.next;
    } else if (/[[{(]/.test(character)) {
      at = afterWrapping(text, at + 1);
      depth++;
    } else if (/[\]})]/.test(character)) {
      at++;
      if (--depth === 0) {
        break;
      }
    } else if (!item.test(text)) {
      at++;
    } else if (at > lineEnd) {
      break;
    } else {
      const end = item.lastIndex;
      found.push(...(isListed(text, { start: at, end }) ? one(place, { start: at, end }) : []));
      at = end;
    }
  }
  view.readUntil = Math.max(view.readUntil, at);
  return found;
}

/** Whether a word without quotes is all of an item of a list, not a word of a sentence, nor a name. */
function isListed(text: string, { start, end }: Range): boolean {
  const [before, after] = [text.charAt(start - 1), text.charAt(end)];
  const isWhole = /[[{(,\s]/.test(before) && /^[\]}),]?$/.test(after) && !/\w \w*$/.test(text.slice(start - 2, start));
  return (isWhole || looksMadeUp(text.slice(start, end), 16)) && !isField(text, start);
}

const commonFields = /^(?:requestid|region|action|code|message|version|product|service|timestamp|error|host|nonce)$/i;

/** Whether the value is missing, and the next field follows, as in `token: requestId=…`. */
function isOtherField(text: string, at: number): boolean {
  const word = /^[A-Za-z][A-Za-z _-]{0,40}(?=["']?[:=])/.exec(text.slice(at, at + 45))?.[0];
  return word !== undefined && (isName(word) || commonFields.test(word.replace(/[ _-]/g, '')));
}

/** Whether a word begins a sentence: only letters, after a space, and other words follow. */
function isProse(text: string, { start, end }: Range): boolean {
  return (
    text[start - 1] === ' ' &&
    /^[A-Za-z'-]+$/.test(text.slice(start, end)) &&
    /^[,;]? [A-Za-z(]/.test(text.slice(end, end + 3)) &&
    !isField(text, end + text.slice(end, end + 2).trimEnd().length + 1)
  );
}
