import { SourceMappedText } from '../../base/sourceMappedText';

const shortEscapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** Decodes the inside of a JSON string, from `start` to `end`. Invalid escapes are tolerated. */
export function decodeJsonString(text: string, start: number, end: number): SourceMappedText {
  const decoded = new SourceMappedText();
  let from = start;
  for (;;) {
    const escape = text.indexOf('\\', from);
    if (escape < 0 || escape >= end - 1) {
      decoded.add(text.slice(from, end), from);
      return decoded.end(end);
    }
    decoded.add(text.slice(from, escape), from);
    const letter = text.charAt(escape + 1);
    const hex = letter === 'u' ? text.slice(escape + 2, Math.min(escape + 6, end)) : '';
    if (/^[0-9a-f]{4}$/i.test(hex)) {
      decoded.replace(String.fromCharCode(parseInt(hex, 16)), escape);
      from = escape + 6;
    } else {
      decoded.replace(shortEscapes[letter] ?? letter, escape);
      from = escape + 2;
    }
  }
}

/** The end of a JSON string, given the start of its inside: the offset of the closing quote, or of the line break. */
export function endOfJsonString(text: string, start: number, limit: number): number {
  for (let offset = start; offset < limit; offset++) {
    const character = text.charCodeAt(offset);
    if (character === 0x22 || isLineBreak(character)) {
      return offset;
    }
    if (character === 0x5c && !isLineBreak(text.charCodeAt(offset + 1))) {
      offset++;
    }
  }
  return limit;
}

function isLineBreak(character: number): boolean {
  return character === 0x0a || character === 0x0d;
}
