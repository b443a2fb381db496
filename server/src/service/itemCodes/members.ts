import { endOf, type Sliceable, type Span } from '../base/span';

/** A member that may carry a code, and its value. */
export interface CodeMember {
  readonly name: string;
  /** The value without its quotes: a short text, a number or `null`. */
  readonly value: string;
  /** The span of the value, quotes included. */
  readonly span: Span;
  readonly isString: boolean;
  /** What stands before each of its quotes: a backslash if the JSON is in a string. */
  readonly escape: string;
}

/**
 * The members that carry the code of an item or of an asynchronous job, with their values. These are the names in the
 * SDK's models whose comments speak of an error code.
 */
const members =
  /(?<!\\)(\\?)"(Code|CodeDesc|ErrCode|ErrCodeExt|ErrorCode|ErrorCodeStr|ApiErrorCode|FailCode|JobErrorCode|LatestOperationErrorCode|Result)\1"(?:\s|\\[nrt]){0,100}:(?:\s|\\[nrt]){0,100}(?:\1"([^"\\]{0,128})\1"|(null|-?\d{1,20}))/g;

/** Lengths in UTF-16 units: of what is searched at a time, so that no copy of a large text is made, and of a member. */
const windowLength = 64 * 1024;
export const maxMemberLength = 640;

/** Whether there is such a member in a text, in any place. */
export function hasCodeMember(text: string): boolean {
  return text.search(members) >= 0;
}

/**
 * Finds the members that begin in a span of a text, and end before `limit`, by their names alone, without parsing the text:
 * 1 ms for 4 MB.
 */
export function* codeMembersIn(text: Sliceable, span: Span, limit = endOf(span)): Iterable<CodeMember> {
  const end = endOf(span);
  for (let start = span.offset; start < end; start += windowLength) {
    // The unit before a member shows whether its quote is escaped.
    const base = Math.max(span.offset, start - 1);
    const window = text.slice(base, Math.min(limit, start + windowLength + maxMemberLength));
    for (const match of window.matchAll(members)) {
      const offset = base + match.index;
      if (offset >= start && offset < Math.min(end, start + windowLength)) {
        yield memberOf(match, offset);
      }
    }
  }
}

function memberOf([whole, escape = '', name = '', text, literal = '']: RegExpExecArray, offset: number): CodeMember {
  const value = text ?? literal;
  const length = text === undefined ? value.length : text.length + 2 * (escape.length + 1);
  const span = { offset: offset + whole.length - length, length };
  return { name, value, span, isString: text !== undefined, escape };
}
