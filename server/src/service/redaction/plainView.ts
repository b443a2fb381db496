import { SourceMappedText } from '../base/sourceMappedText';

/**
 * What is written differently from what it says: ANSI escapes, escaped and encoded characters, once or several times,
 * invisible characters, full-width letters and punctuation. `\token` in a path is no tab.
 */
const written =
  // eslint-disable-next-line no-control-regex, no-misleading-character-class -- these are what it matches
  /(?:\u001b|\\{1,16}(?:u001[bB]|x1[bB]|033|e))\[[\d;:?]{0,30}[@-~]|\\{1,16}(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|[nr"'`/]|t(?!oken))|\\{2,16}|%(?:25){0,8}[0-7][\da-fA-F]|&(?:amp;){0,8}(?:[a-z]{2,6}|#\d{2,5}|#[xX][\da-fA-F]{2,4});|[\u0000-\u0008\u000e-\u001f\u007f-\u00a0\u00ab\u00ad\u00bb\u034f\u061c\u180e\u200b-\u200f\u2018-\u201f\u202a-\u202f\u2060-\u206f\u3000\u300c-\u3011\u3014\u3015\ufeff\uff01-\uff5e]/g;

const entities: Readonly<Record<string, string>> = {
  ...{ amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ', equals: '=', colon: ':', comma: ',', semi: ';' },
};

const letters: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** Characters that stand for one of ASCII, besides the full-width ones. */
const lookalikes = new Map(
  [
    ['\u00ab\u00bb\u201c\u201d\u201e\u201f「」『』', '"'],
    ['‘’‚‛', "'"],
    ['【〔', '['],
    ['】〕', ']'],
    ['\u00a0\u202f\u3000', ' '],
  ].flatMap(([characters = '', ascii = '']) => characters.split('').map((each) => [each, ascii] as const)),
);

/** Control and format characters other than tabs and line breaks. */
const invisible = /[^\P{Cc}\t\n\v\f\r]|[\p{Cf}\u034f]/u;

/** A text as it is meant: everything decoded, nothing invisible, ASCII punctuation. All offsets are those of `text`. */
export class PlainView {
  readonly text: string;
  /** Where the last list or block that was read ends: those in it need not be read again. */
  readUntil = 0;
  /** The last word that was read, for names in it. */
  lastWord = { start: 0, end: 0, free: false, percentDepth: 0 };
  private readonly map = new SourceMappedText();

  constructor(readonly raw: string) {
    let from = 0;
    for (const { 0: unit, index } of raw.matchAll(written)) {
      const literal = literalEnd(unit);
      this.map.add(raw.slice(from, index), from);
      this.map.replace(literal > 0 ? '\\' : decode(unit), index);
      from = index + unit.length - literal;
    }
    this.map.add(raw.slice(from), from);
    this.text = this.map.end(raw.length).text;
  }

  /** The offset in the raw text. */
  rawOffset(offset: number): number {
    return this.map.rawOffset(offset);
  }

  /**
   * How much a character is encoded: 0 if it is not, otherwise the number of characters it is written with. Backslashes
   * before it count, as in `%5C%22` and `\&quot;`.
   */
  depth(offset: number): number {
    if (this.raw[this.rawOffset(offset)] === this.text[offset]) {
      return 0;
    }
    let first = offset;
    while (this.text[first - 1] === '\\' && offset - first < 16) {
      first--;
    }
    return this.rawOffset(offset + 1) - this.rawOffset(first);
  }

  /** Like `depth`, but only of percent-encoding. */
  percentDepth(offset: number): number {
    return this.raw[this.rawOffset(offset)] === '%' ? this.depth(offset) : 0;
  }
}

/** The length of what stands for itself at the end: an even number of backslashes does not escape the quote after them. */
function literalEnd(unit: string): number {
  return /^(?:\\\\)+["'`/]$/.test(unit) ? 1 : 0;
}

function decode(unit: string): string {
  const last = unit.slice(-1);
  switch (unit[0]) {
    case '\\':
      return decodeEscape(unit, last);
    case '%':
      return String.fromCharCode(parseInt(unit.slice(-2), 16));
    case '&':
      return decodeEntity(unit);
    default:
      return unit.length > 1 ? '' : plain(unit);
  }
}

function decodeEscape(unit: string, last: string): string {
  const slashes = unit.length - unit.replace(/^\\+/, '').length;
  const code = /[ux]([\da-fA-F]{2,4})$/.exec(unit)?.[1];
  if (unit.includes('[')) {
    return '';
  }
  if (code !== undefined && unit.length === slashes + 1 + code.length) {
    return plain(String.fromCharCode(parseInt(code, 16)));
  }
  if (slashes === unit.length) {
    return '\\';
  }
  return letters[last] ?? last;
}

function decodeEntity(unit: string): string {
  const name = unit.replace(/^&(?:amp;)*/, '').slice(0, -1);
  if (name.startsWith('#')) {
    return plain(String.fromCharCode(parseInt(name.slice(1).replace(/^x/i, '0x'))));
  }
  // All that is left of `&amp;amp;` is nothing.
  return name === '' ? '&' : (entities[name] ?? unit);
}

/** ASCII for a character that looks like it; nothing for one that cannot be seen. */
function plain(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) {
    return String.fromCharCode(code - 0xfee0);
  }
  return lookalikes.get(character) ?? (invisible.test(character) ? '' : character);
}
