import { endOf, type Sliceable } from '../base/span';
import { type JsonObject } from '../envelope/envelope';
import type { MemberSite } from '../envelope/members';
import { insert, remove, replace, type Edit } from './fix';
import {
  colonOf,
  hasLineBreak,
  triviaAfter,
  triviaBefore,
  whitespaceAfter,
  whitespaceBefore,
  type Trivia,
} from './trivia';

/** A member to write: its name, and the JSON text of its value. */
export type NewMember = readonly [name: string, value: string];

/**
 * Adds a member after the last one, in the same style. An empty object takes its style from `site`, the member that it
 * is the value of.
 */
export function addMember(text: Sliceable, object: JsonObject, site: MemberSite | undefined, added: NewMember): Edit[] {
  const last = object.members.at(-1);
  if (!last) {
    return fillObject(text, object, site, added);
  }
  const colon = colonOf(text, last);
  const separator = separatorOf(text, { parent: object, member: last }, colon);
  const written = separator + memberText(added, colon);
  const end = endOf(last.value.span);
  const after = triviaAfter(text, { parent: object, member: last });
  const target = endOfLine(text, after, hasLineBreak(separator));
  if (after.comma !== undefined && after.comma < target) {
    // A trailing comma, as in jsonc: the new member has one too.
    return [insert(target, `${written},`)];
  }
  return target === end ? [insert(end, `,${written}`)] : [insert(end, ','), insert(target, written)];
}

/** Removes a member, and the comma that is no longer needed. Comments stay. */
export function removeMember(text: Sliceable, site: MemberSite): Edit[] {
  const { parent, member } = site;
  const before = triviaBefore(text, site);
  const after = triviaAfter(text, site);
  if (after.end < endOf(parent.span) - 1) {
    return removeBeforeNext(member.name.offset, after);
  }
  if (before.comments.length + after.comments.length > 0) {
    return removeLastAmongComments(text, site, before, after);
  }
  if (before.comma === undefined) {
    return [remove(parent.span.offset + 1, endOf(parent.span) - 1)];
  }
  return after.comma === undefined
    ? [remove(before.comma, endOf(member.value.span))]
    : [remove(before.comma + 1, after.comma + 1)];
}

/** An object with these members, in the style of the member at `site`, whose value it becomes. */
export function objectText(text: Sliceable, { parent, member }: MemberSite, members: readonly NewMember[]): string {
  const colon = colonOf(text, member);
  const outer = whitespaceBefore(text, member.name.offset);
  if (hasLineBreak(outer)) {
    const inner = outer + indentUnit(outer, whitespaceBefore(text, endOf(parent.span) - 1));
    return `{${members.map((each) => inner + memberText(each, colon)).join(',')}${outer}}`;
  }
  const open = whitespaceAfter(text, parent.span.offset + 1);
  const padding = hasLineBreak(open) ? '' : open;
  const separator = padding !== '' || colon.endsWith(' ') ? ', ' : ',';
  return `{${padding}${members.map((each) => memberText(each, colon)).join(separator)}${padding}}`;
}

/** Removes a member that another one follows: that one, or the comments before it, then begins where this one did. */
function removeBeforeNext(start: number, { comma, comments, end: next }: Trivia): Edit[] {
  const comment = comments[0]?.offset ?? next;
  return comma !== undefined && comma > comment
    ? [remove(start, comment), remove(comma, comma + 1)]
    : [remove(start, comment)];
}

function removeLastAmongComments(text: Sliceable, { member }: MemberSite, before: Trivia, { comma }: Trivia): Edit[] {
  const end = endOf(member.value.span);
  const rest = comma === end ? end + 1 : end;
  const removed = remove(startAfterComments(text, before, member.name.offset, rest), end);
  if (comma !== undefined) {
    return joined([removed, remove(comma, comma + 1)]);
  }
  return before.comma === undefined ? [removed] : joined([remove(before.comma, before.comma + 1), removed]);
}

/** Where the removal of a last member may start without a line comment swallowing what follows at `rest`. */
function startAfterComments(text: Sliceable, before: Trivia, start: number, rest: number): number {
  const comment = before.comments.at(-1);
  const kept = Math.max(before.start, (before.comma ?? before.start - 1) + 1, comment ? endOf(comment) : 0);
  return !comment?.isLine || hasLineBreak(text.slice(rest, rest + 1)) ? kept : start;
}

function fillObject(text: Sliceable, { span }: JsonObject, site: MemberSite | undefined, added: NewMember): Edit[] {
  const written = site ? objectText(text, site, [added]) : `{ ${memberText(added, ': ')} }`;
  return text.slice(span.offset + 1, endOf(span) - 1).trim() === ''
    ? [replace(span, written)]
    : [insert(span.offset + 1, ` ${memberText(added, ': ')}`)];
}

function memberText([name, value]: NewMember, colon: string): string {
  return JSON.stringify(name) + colon + value;
}

/** The whitespace between a comma and the member after it. */
function separatorOf(text: Sliceable, { parent, member }: MemberSite, colon: string): string {
  const whitespace = whitespaceBefore(text, member.name.offset);
  return parent.members.length > 1 || whitespace !== '' ? whitespace : colon.endsWith(' ') ? ' ' : '';
}

/** By how much the members of an object are indented relative to its closing brace. */
function indentUnit(members: string, close: string): string {
  return hasLineBreak(close) && members.startsWith(close) ? members.slice(close.length) : '  ';
}

/** The end of the comments and of the comma on the line that trivia begin on; a line comment counts only if wanted. */
function endOfLine(text: Sliceable, { start, comma, comments }: Trivia, passLineComment: boolean): number {
  let end = start;
  for (const comment of comments) {
    if (hasLineBreak(text.slice(end, comment.offset)) || (comment.isLine && !passLineComment)) {
      break;
    }
    end = endOf(comment);
  }
  const isOnLine = comma !== undefined && comma >= end && text.slice(end, comma).trim() === '';
  return isOnLine && !hasLineBreak(text.slice(end, comma)) ? comma + 1 : end;
}

/** Merges removals that touch each other. */
function joined(removals: readonly Edit[]): Edit[] {
  const result: Edit[] = [];
  for (const edit of removals) {
    const last = result.at(-1);
    if (last && endOf(last.span) === edit.span.offset) {
      result[result.length - 1] = remove(last.span.offset, endOf(edit.span));
    } else {
      result.push(edit);
    }
  }
  return result;
}
