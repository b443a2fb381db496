/** What need not be scanned: the scanner would make strings of it, which takes most of its time. */

export const quote = 0x22;
const backslash = 0x5c;
const firstPrintable = 0x20;

/** Behind the blanks and line breaks that JSON allows between tokens. */
export function endOfBlanks(text: string, start: number): number {
  let end = start;
  while (end < text.length && isBlank(text.charCodeAt(end))) {
    end++;
  }
  return end;
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}

/** Behind a string that begins at an offset; -1 where it has an escape, or something that only the scanner can judge. */
export function endOfPlainString(text: string, start: number): number {
  for (let end = start + 1; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (unit === quote) {
      return end + 1;
    }
    if (unit === backslash || unit < firstPrintable) {
      return -1;
    }
  }
  return -1;
}
