/** Maximum length of the list of exceptions in a docstring, in UTF-16 units. */
const maxLength = 2_000;

/**
 * The end of the list of exceptions in a docstring of Python, whose heading `Raises:` ends at `listStart`: the first
 * line that is not indented deeper. Undefined if the heading at `offset` is not alone on its line, and indented.
 */
export function endOfRaises(text: string, offset: number, listStart: number): number | undefined {
  const indentation = text.slice(Math.max(0, offset - maxLength), offset);
  const depth = indentation.length - indentation.lastIndexOf('\n') - 1;
  if (depth === 0 || indentation.slice(indentation.length - depth).trim() !== '') {
    return undefined;
  }
  const limit = Math.min(text.length, listStart + maxLength);
  for (let start = listStart; start < limit;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? limit : newline + 1;
    const line = text.slice(start, end);
    if (line.trim() !== '' && line.length - line.trimStart().length <= depth) {
      return start;
    }
    start = end;
  }
  return limit;
}
