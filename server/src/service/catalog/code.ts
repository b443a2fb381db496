/** A code without the blanks and dots that occur at its ends. */
export function trimCode(code: string): string {
  let start = 0;
  let end = code.length;
  while (start < end && isPadding(code, start)) {
    start++;
  }
  while (end > start && isPadding(code, end - 1)) {
    end--;
  }
  return code.slice(start, end);
}

function isPadding(code: string, index: number): boolean {
  const character = code.charAt(index);
  return character === '.' || character.trim() === '';
}
