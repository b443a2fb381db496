import type { Text } from '../../envelope/envelope';

/** The text of a stretch; undefined if there is none. */
export function textAt(text: string, start: number, end: number): Text | undefined {
  return start < end ? { value: text.slice(start, end), span: { offset: start, length: end - start } } : undefined;
}

/** The text of a stretch without whitespace at its ends; undefined if there is none. */
export function trimmed(text: string, start: number, end: number): Text | undefined {
  const stretch = text.slice(start, end);
  return textAt(text, start + (stretch.length - stretch.trimStart().length), trimEnd(text, start, end));
}

/** The end of a stretch without whitespace at its end. */
export function trimEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

/** The text of a group of a match that has indices; undefined if it is empty. `base` is the offset of the match. */
export function groupText(match: RegExpExecArray, group: number, base = 0): Text | undefined {
  const [start, end] = match.indices?.[group] ?? [0, 0];
  const value = match[group];
  return value ? { value, span: { offset: base + start, length: end - start } } : undefined;
}

/** Matches a sticky expression at an offset. */
export function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}
