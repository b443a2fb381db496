import { visible } from '../base/markdown';

const lineBreak = /\r\n?|[\n\v\f\u0085\u2028\u2029]/;

/** A value from a document on one line, so that it cannot pretend to be another line of the ticket. */
export function oneLine(value: string): string {
  return visible(value.split(lineBreak).join(' '));
}

/** A value that may have several lines. All but the first are indented, which no line of the ticket is. */
export function indented(value: string): string {
  return value
    .split(lineBreak)
    .filter((line, index) => index === 0 || line.trim() !== '')
    .map((line, index) => (index === 0 ? '' : '    ') + visible(line))
    .join('\n');
}
