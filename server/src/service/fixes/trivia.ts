import { endOf, type Span, type Sliceable } from '../base/span';
import { createScanner, SyntaxKind } from 'jsonc-parser';
import { type JsonObject, type Member } from '../envelope/envelope';

/** What lies between two members, or between a member and a bracket: blanks, comments, and at most one comma. */
export interface Gap {
  readonly start: number;
  readonly end: number;
  /** Offset of the comma. */
  readonly comma: number | undefined;
  readonly comments: readonly Comment[];
}

export interface Comment extends Span {
  /** It begins with `//`, and nothing of its line is behind it. */
  readonly isLine: boolean;
}

/** What lies before a member's name. */
export function gapBefore(text: Sliceable, object: JsonObject, member: Member): Gap {
  const before = object.members[memberIndexAt(object, member.name.offset) - 1];
  // Of a root only the members that matter are known; so others may lie in between.
  return readGap(text, before ? endOf(before.value.span) : object.span.offset + 1, member.name.offset, false);
}

/** Where a member stands in its object, by the offset of its name; where none begins there, that of the next. */
export function memberIndexAt({ members }: JsonObject, offset: number): number {
  let low = 0;
  let high = members.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((members[middle]?.name.offset ?? 0) < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** What lies behind a member's value, up to the next name or to the closing brace. */
export function gapBehind(text: Sliceable, object: JsonObject, member: Member): Gap {
  return readGap(text, endOf(member.value.span), endOf(object.span) - 1, true);
}

/** The first gap of a stretch that begins behind a value, or the last one of a stretch that ends before a name. */
function readGap(text: Sliceable, from: number, to: number, first: boolean): Gap {
  const scanner = createScanner(text.slice(from, to), false);
  let start = from;
  let comma: number | undefined;
  let comments: Comment[] = [];
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    const offset = from + scanner.getTokenOffset();
    switch (token) {
      case SyntaxKind.Trivia:
      case SyntaxKind.LineBreakTrivia:
        break;
      case SyntaxKind.LineCommentTrivia:
      case SyntaxKind.BlockCommentTrivia:
        comments.push({ offset, length: scanner.getTokenLength(), isLine: token === SyntaxKind.LineCommentTrivia });
        break;
      case SyntaxKind.CommaToken:
        comma = offset;
        break;
      default:
        if (first) {
          return { start, end: offset, comma, comments };
        }
        start = offset + scanner.getTokenLength();
        comma = undefined;
        comments = [];
    }
  }
  return { start, end: to, comma, comments };
}

/** Blanks that are read at once; nobody indents by more. */
const mostBlanks = 1000;

/** The blanks before an offset, from the last line break on where they hold one. */
export function blanksBefore(text: Sliceable, offset: number): string {
  const near = text.slice(Math.max(0, offset - mostBlanks), offset);
  const blanks = near.slice(near.trimEnd().length);
  const newline = blanks.lastIndexOf('\n');
  return newline < 0 ? blanks : blanks.slice(blanks[newline - 1] === '\r' ? newline - 1 : newline);
}

/** The blanks behind an offset. */
export function blanksBehind(text: Sliceable, offset: number): string {
  const near = text.slice(offset, offset + mostBlanks);
  return near.slice(0, near.length - near.trimStart().length);
}

export function hasLineBreak(text: string): boolean {
  return text.includes('\n') || text.includes('\r');
}
