import type { Sliceable } from '../base/span';
import { createScanner, SyntaxKind } from 'jsonc-parser';
import { jsonExtent } from '../parser/json/jsonExtent';
import { replace } from './memberEdits';
import { blanksBefore, blanksBehind, hasLineBreak } from './trivia';
import type { Edit } from '../rules/rule';

/** Puts the object that begins at an offset under `Response`; undefined where none does. */
export function wrapEdits(text: Sliceable, offset: number): Edit[] | undefined {
  const rest = text.slice(offset, Infinity);
  const { end, isOpen } = jsonExtent(rest, 0);
  if (!rest.startsWith('{') || isOpen) {
    return undefined;
  }
  const open = blanksBehind(rest, 1);
  return open.includes('\n')
    ? wrapLines(rest.slice(0, end), offset, open, blanksBefore(text, offset))
    : [
        insert(offset, `{${hasLineBreak(open) ? '' : open}"Response"${firstColon(rest)}`),
        insert(offset + end, `${hasLineBreak(open) ? '' : open}}`),
      ];
}

/** Moves the lines of an object one step in. `open` stands behind its brace, and `before` before it. */
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

/** The colon of the first member of an object, with the blanks around it. */
function firstColon(object: string): string {
  const scanner = createScanner(object, true);
  scanner.scan();
  if (scanner.scan() !== SyntaxKind.StringLiteral) {
    return ': ';
  }
  const end = scanner.getPosition();
  scanner.scan();
  scanner.scan();
  const colon = object.slice(end, scanner.getTokenOffset());
  return colon.trim() === ':' && !hasLineBreak(colon) ? colon : ': ';
}

function insert(offset: number, text: string): Edit {
  return replace({ offset, length: 0 }, text);
}
