import { createScanner, SyntaxKind } from 'jsonc-parser';
import { endOf, type Span, type Sliceable } from '../base/span';
import { type Member } from '../envelope/envelope';
import { memberIndexAt, type MemberSite } from '../envelope/members';
import { readAhead } from './readAhead';

/** What is between two members, or between a member and a brace: whitespace, comments, and at most one comma. */
export interface Trivia {
  readonly start: number;
  readonly end: number;
  /** Offset of the comma. */
  readonly comma: number | undefined;
  readonly comments: readonly Comment[];
}

export interface Comment extends Span {
  /** It begins with `//`, so that the rest of its line belongs to it. */
  readonly isLine: boolean;
}

/** The trivia before a member's name. */
export function triviaBefore(text: Sliceable, { parent, member }: MemberSite): Trivia {
  const previous = parent.members[memberIndexAt(parent, member.name.offset) - 1];
  // An envelope keeps only some members of its root, so that others may be in between.
  const start = previous ? endOf(previous.value.span) : parent.span.offset + 1;
  return triviaIn(text.slice(start, member.name.offset), start, 'last').trivia;
}

/** The trivia after a member's value, up to the next name or to the closing brace. */
export function triviaAfter(text: Sliceable, { parent, member }: MemberSite): Trivia {
  const start = endOf(member.value.span);
  return readAhead(text, { start, end: endOf(parent.span) - 1 }, (beginning) => {
    const { trivia, readTo } = triviaIn(beginning, start, 'first');
    return { value: trivia, isEnough: readTo < beginning.length };
  });
}

/** The trivia that a text begins with, or those that it ends with. `readTo` is the end of what was looked at. */
function triviaIn(text: string, base: number, which: 'first' | 'last'): { trivia: Trivia; readTo: number } {
  const scanner = createScanner(text, false);
  let start = base;
  let comma: number | undefined;
  let comments: Comment[] = [];
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    const offset = base + scanner.getTokenOffset();
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
        if (which === 'first') {
          return { trivia: { start, end: offset, comma, comments }, readTo: scanner.getPosition() };
        }
        start = offset + scanner.getTokenLength();
        comma = undefined;
        comments = [];
    }
  }
  return { trivia: { start, end: base + text.length, comma, comments }, readTo: text.length };
}

/** Whitespace is read up to this length; nobody indents by more. */
const maxWhitespace = 1000;

/** The whitespace before an offset; where it contains line breaks, from the last of them on. */
export function whitespaceBefore(text: Sliceable, offset: number): string {
  const near = text.slice(Math.max(0, offset - maxWhitespace), offset);
  const whitespace = near.slice(near.trimEnd().length);
  const newline = whitespace.lastIndexOf('\n');
  return newline < 0 ? whitespace : whitespace.slice(whitespace[newline - 1] === '\r' ? newline - 1 : newline);
}

/** The whitespace after an offset. */
export function whitespaceAfter(text: Sliceable, offset: number): string {
  const near = text.slice(offset, offset + maxWhitespace);
  return near.slice(0, near.length - near.trimStart().length);
}

/** The colon of a member with the whitespace around it; the usual one where a line breaks there. */
export function colonOf(text: Sliceable, { name, value }: Member): string {
  return usualColon(text.slice(endOf(name), value.span.offset));
}

/** What is between a name and its value, if that is a colon on one line; else a colon and a space. */
export function usualColon(written: string): string {
  return written.trim() === ':' && !hasLineBreak(written) ? written : ': ';
}

export function hasLineBreak(text: string): boolean {
  return text.includes('\n') || text.includes('\r');
}
