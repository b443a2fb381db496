import { createScanner, SyntaxKind } from 'jsonc-parser';
import type { Sliceable } from '../base/span';
import { jsonExtent } from '../parser/json/jsonExtent';
import { insert, type Edit } from './fix';
import { readAhead } from './readAhead';
import { hasLineBreak, usualColon, whitespaceAfter, whitespaceBefore } from './trivia';

/** Puts the object that begins at an offset under `Response`; undefined where there is none. */
export function wrapEdits(text: Sliceable, offset: number): Edit[] | undefined {
  const object = objectAt(text, offset);
  if (object === undefined) {
    return undefined;
  }
  const open = whitespaceAfter(object, 1);
  if (open.includes('\n')) {
    return wrapLines(object, offset, open, whitespaceBefore(text, offset));
  }
  const padding = hasLineBreak(open) ? '' : open;
  const end = offset + object.length;
  return [insert(offset, `{${padding}"Response"${firstColon(object)}`), insert(end, `${padding}}`)];
}

/** The text of the object that begins at an offset; undefined if there is none, or if the text ends inside it. */
function objectAt(text: Sliceable, offset: number): string | undefined {
  return readAhead(text, { start: offset, end: Infinity }, (beginning) => {
    if (!beginning.startsWith('{')) {
      return { value: undefined, isEnough: true };
    }
    const { end, isOpen } = jsonExtent(beginning, 0);
    return { value: isOpen ? undefined : beginning.slice(0, end), isEnough: !isOpen };
  });
}

/** Indents the lines of an object one step more. `open` is the whitespace after its brace, `before` that before it. */
function wrapLines(object: string, offset: number, open: string, before: string): Edit[] {
  const lineBreak = open.includes('\r\n') ? '\r\n' : '\n';
  const isFirstLine = before.length === offset;
  const outer = before.includes('\n') || isFirstLine ? before.slice(before.lastIndexOf('\n') + 1) : '';
  const inner = open.slice(open.lastIndexOf('\n') + 1);
  const unit = inner.startsWith(outer) ? inner.slice(outer.length) : '  ';
  const edits = [insert(offset, `{${lineBreak}${outer}${unit}"Response"${firstColon(object)}`)];
  for (let start = object.indexOf('\n') + 1; start > 0; start = object.indexOf('\n', start) + 1) {
    if (!hasLineBreak(object.charAt(start))) {
      edits.push(insert(offset + start, unit));
    }
  }
  edits.push(insert(offset + object.length, `${lineBreak}${outer}}`));
  return edits;
}

/** The colon of the first member of an object, with the whitespace around it. */
function firstColon(object: string): string {
  const scanner = createScanner(object, true);
  scanner.scan();
  if (scanner.scan() !== SyntaxKind.StringLiteral) {
    return ': ';
  }
  const end = scanner.getPosition();
  scanner.scan();
  scanner.scan();
  return usualColon(object.slice(end, scanner.getTokenOffset()));
}
