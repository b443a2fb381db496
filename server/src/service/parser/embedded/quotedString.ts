import type { SourceMappedText } from '../../base/sourceMappedText';

/** An escape of Python or JavaScript. */
const escape = /\\(?:x([0-9a-fA-F]{2})|u[0-9a-fA-F]{4}|[^])/y;

/** Escapes that mean the same in JSON. */
const sameInJson = /^\\(?:["\\/bfnrt]|u.)/;

/** The end of a run of characters that are the same in JSON. */
const special = /["'`\\\p{Cc}]/gu;

/** What joins two strings: a plus in JavaScript, nothing in Python. */
const joint = /\s{0,400}\+?\s{0,400}(?=["'`])/y;

/**
 * Writes the string of Python or JavaScript at an offset, and those that are joined to it, as one string of JSON.
 * Returns the offset after it; undefined if there is none, or if it is not closed. Only a string in back ticks goes on in
 * the next line: if it is not closed, the limit is returned.
 */
export function writeQuoted(text: string, offset: number, limit: number, json: SourceMappedText): number | undefined {
  if (!/["'`]/.test(text.charAt(offset))) {
    return undefined;
  }
  json.replace('"', offset);
  for (let start = offset; ; start = joint.lastIndex) {
    const end = writeInside(text, start, limit, json);
    if (end === undefined) {
      return undefined;
    }
    joint.lastIndex = end;
    if (!joint.test(text)) {
      json.replace('"', end - 1);
      return end;
    }
  }
}

/** Writes what is between quotes. Returns the offset after the closing one. */
function writeInside(text: string, offset: number, limit: number, json: SourceMappedText): number | undefined {
  const quote = text.charAt(offset);
  for (let from = offset + 1; ;) {
    special.lastIndex = from;
    const index = Math.min(special.exec(text)?.index ?? limit, limit);
    const character = text.charAt(index);
    json.add(text.slice(from, index), from);
    if (character === quote && index < limit) {
      return index + 1;
    }
    if (index === limit || (quote !== '`' && (character === '\n' || character === '\r'))) {
      return quote === '`' ? limit : undefined;
    }
    from = index + writeSpecial(text, index, json);
  }
}

/** Writes an escape, or a character that has to be one in JSON. Returns its length. */
function writeSpecial(text: string, index: number, json: SourceMappedText): number {
  escape.lastIndex = index;
  const [written, hex] = escape.exec(text) ?? [];
  if (written === undefined) {
    writeText(text.charAt(index), index, json);
    return 1;
  }
  if (sameInJson.test(written)) {
    json.replace(written, index);
  } else {
    writeText(hex ? String.fromCharCode(parseInt(hex, 16)) : written.slice(1), index, json);
  }
  return written.length;
}

/** Writes a text as the inside of a string of JSON. */
export function writeText(text: string, rawStart: number, json: SourceMappedText): void {
  const escaped = JSON.stringify(text).slice(1, -1);
  if (escaped === text) {
    json.add(text, rawStart);
    return;
  }
  for (let index = 0; index < text.length; index++) {
    const unit = text.charAt(index);
    const inside = JSON.stringify(unit).slice(1, -1);
    if (inside === unit) {
      json.add(unit, rawStart + index);
    } else {
      json.replace(inside, rawStart + index);
    }
  }
}
