import { endOf, type Span, type Sliceable } from '../base/span';
import { type JsonObject, type Member } from '../envelope/envelope';
import { blanksBefore, blanksBehind, gapBefore, gapBehind, hasLineBreak, type Gap } from './trivia';
import type { Edit } from '../rules/rule';

/** A member to write: its name, and the JSON text of its value. */
export type NewMember = readonly [name: string, value: string];

/** Where an object stands: the member that it is the value of, and the object that this is a member of. */
export interface Place {
  readonly parent: JsonObject;
  readonly member: Member;
}

export function replace(span: Span, text: string): Edit {
  return { span, text };
}

/**
 * Adds a member behind the last one, written as that one is. `place` says where the object stands, so that an empty one is
 * laid out as its surroundings are.
 */
export function addMember(text: Sliceable, object: JsonObject, place: Place | undefined, added: NewMember): Edit[] {
  const last = object.members.at(-1);
  if (!last) {
    return fillObject(text, object, place, added);
  }
  const colon = colonOf(text, last);
  const separator = separatorOf(text, object, last, colon);
  const written = separator + memberText(added, colon);
  const end = endOf(last.value.span);
  const gap = gapBehind(text, object, last);
  const target = behindLine(text, gap, hasLineBreak(separator));
  if (gap.comma !== undefined && gap.comma < target) {
    // A comma may follow the last member of a jsonc document: then one follows the new one too.
    return [replace(at(target), `${written},`)];
  }
  return target === end ? [replace(at(end), `,${written}`)] : [replace(at(end), ','), replace(at(target), written)];
}

/** Takes a member out, with the comma that it needs no more. Comments stay. */
export function removeMember(text: Sliceable, object: JsonObject, member: Member): Edit[] {
  const before = gapBefore(text, object, member);
  const behind = gapBehind(text, object, member);
  const start = member.name.offset;
  const end = endOf(member.value.span);
  if (behind.end < endOf(object.span) - 1) {
    return removeBeforeNext(start, behind);
  }
  const isAlone = before.comma === undefined;
  const hasComments = before.comments.length + behind.comments.length > 0;
  if (!hasComments) {
    return isAlone
      ? [remove(object.span.offset + 1, endOf(object.span) - 1)]
      : [remove(behind.comma === undefined ? before.comma : before.comma + 1, (behind.comma ?? end - 1) + 1)];
  }
  const rest = behind.comma === end ? end + 1 : end;
  const edits = [remove(startBehindComments(text, before, start, rest), end)];
  if (behind.comma !== undefined) {
    edits.push(remove(behind.comma, behind.comma + 1));
  } else if (before.comma !== undefined) {
    edits.unshift(remove(before.comma, before.comma + 1));
  }
  return joined(edits);
}

/** An object with these members, laid out as a value of the member at `place` is. */
export function objectText(text: Sliceable, { parent, member }: Place, members: readonly NewMember[]): string {
  const colon = colonOf(text, member);
  const outer = blanksBefore(text, member.name.offset);
  if (hasLineBreak(outer)) {
    const inner = outer + indentUnit(outer, blanksBefore(text, endOf(parent.span) - 1));
    return `{${members.map((each) => inner + memberText(each, colon)).join(',')}${outer}}`;
  }
  const open = blanksBehind(text, parent.span.offset + 1);
  const padding = hasLineBreak(open) ? '' : open;
  const separator = padding !== '' || colon.endsWith(' ') ? ', ' : ',';
  return `{${padding}${members.map((each) => memberText(each, colon)).join(separator)}${padding}}`;
}

/** Removes a member that another follows: this one, or the comments before it, then begin where it did. */
function removeBeforeNext(start: number, { comma, comments, end: next }: Gap): Edit[] {
  const comment = comments[0]?.offset ?? next;
  return comma !== undefined && comma > comment
    ? [remove(start, comment), remove(comma, comma + 1)]
    : [remove(start, comment)];
}

/** From where a last member can go without a comment before it swallowing what is behind. */
function startBehindComments(text: Sliceable, before: Gap, start: number, rest: number): number {
  const comment = before.comments.at(-1);
  const kept = Math.max(before.start, (before.comma ?? before.start - 1) + 1, comment ? endOf(comment) : 0);
  return !comment?.isLine || hasLineBreak(text.slice(rest, rest + 1)) ? kept : start;
}

function fillObject(text: Sliceable, object: JsonObject, place: Place | undefined, added: NewMember): Edit[] {
  const inner = { offset: object.span.offset + 1, length: object.span.length - 2 };
  const written = place ? objectText(text, place, [added]) : `{ ${memberText(added, ': ')} }`;
  return text.slice(inner.offset, endOf(inner)).trim() === ''
    ? [replace(object.span, written)]
    : [replace(at(inner.offset), ` ${memberText(added, ': ')}`)];
}

function memberText([name, value]: NewMember, colon: string): string {
  return JSON.stringify(name) + colon + value;
}

/** The colon of a member, with the blanks around it. */
function colonOf(text: Sliceable, { name, value }: Member): string {
  const colon = text.slice(endOf(name), value.span.offset);
  return colon.trim() === ':' && !hasLineBreak(colon) ? colon : ': ';
}

/** What stands between the comma before a member and the member. */
function separatorOf(text: Sliceable, object: JsonObject, last: Member, colon: string): string {
  const blanks = blanksBefore(text, last.name.offset);
  return object.members.length > 1 || blanks !== '' ? blanks : colon.endsWith(' ') ? ' ' : '';
}

/** By how much the members of an object are indented, seen from its closing brace. */
function indentUnit(members: string, close: string): string {
  return hasLineBreak(close) && members.startsWith(close) ? members.slice(close.length) : '  ';
}

/** Behind the comments and the comma on the line that a gap begins on; behind a comment up to the line's end if wanted. */
function behindLine(text: Sliceable, { start, comma, comments }: Gap, passLineComment: boolean): number {
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

function at(offset: number): Span {
  return { offset, length: 0 };
}

function remove(start: number, end: number): Edit {
  return replace({ offset: start, length: end - start }, '');
}

/** Removals that touch each other as one. */
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
