/** Skips text without the scanner, which would allocate strings for it: that is most of its time. */

export const quote = 0x22;
const backslash = 0x5c;
const firstPrintable = 0x20;

/** The offset after whitespace between JSON tokens. */
export function skipWhitespace(text: string, start: number): number {
  let end = start;
  while (end < text.length && isWhitespace(text.charCodeAt(end))) {
    end++;
  }
  return end;
}

function isWhitespace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}

/** The offset after a string; -1 if it has an escape or an error, which the scanner must handle. */
export function skipPlainString(text: string, start: number): number {
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
