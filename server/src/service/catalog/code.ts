/** Removes whitespace and dots from the ends of a code. */
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

/** Whether a catalog may contain a code: segments joined by dots, without whitespace, as in the schema of catalogs. */
export function isCode(code: string): boolean {
  return !/\s/.test(code) && code.split('.').every((segment) => segment !== '');
}

/** Whether a product can have this name: the first label of its API host, in lowercase. */
export function isProduct(name: string): boolean {
  return /^[a-z][a-z0-9-]*$/.test(name);
}

function isPadding(code: string, index: number): boolean {
  const character = code.charAt(index);
  return character === '.' || character.trim() === '';
}
