import type { Text } from '../../envelope/envelope';
import { matchAt } from './stretches';

/** The value after the name of a RequestId. */
export interface IdValue {
  /** Undefined if there is none, as SDKs print it: nothing, `None`, or the name of what comes next. */
  readonly id: Text | undefined;
  /** It has the form of all RequestIds of Tencent Cloud. */
  readonly isUuid: boolean;
  /** The offset after it. */
  readonly end: number;
}

/** A whole UUID; more text may follow it at once. Tools that reformat logs put spaces around its dashes. */
const uuid = /[0-9a-z]{8}(?: ?- ?[0-9a-z]{4}){3} ?- ?[0-9a-z]{12}/iy;

/** Another RequestId, or a part of one. The name of a following value is none. */
const word = /[\w-]{1,200}(?![\w:=-])/y;

/** Blanks and an opening quote or bracket. */
const opening = /[^\S\r\n]{0,9}["'`[(【「]?/y;

/** What may follow a word that is not one of prose. */
const closing = /[^\S\r\n]{0,9}(?:$|[\r\n,;)\]}>"'`\\】」，。；）]|<\/)/y;

/** The name of a following value. */
const nextName = /[\w.-]{1,80}[:=]/y;

/** What SDKs and templates print in place of a RequestId. */
const noId = /^(?:none|null|nil|undefined|request_?id|xxx+)$/i;

/** Reads the RequestId at an offset, which is after its name. Returns undefined if it is a word of prose. */
export function readRequestId(text: string, offset: number): IdValue | undefined {
  const start = endOfMatch(opening, text, offset) ?? offset;
  const endOfUuid = endOfMatch(uuid, text, start);
  const end = endOfUuid ?? endOfMatch(word, text, start);
  if (end === undefined) {
    const isNone = matchAt(closing, text, start) ?? matchAt(nextName, text, start);
    return isNone ? { id: undefined, isUuid: false, end: offset } : undefined;
  }
  const value = text.slice(start, end);
  if (noId.test(value)) {
    return { id: undefined, isUuid: false, end };
  }
  if (endOfUuid === undefined && !/\d/.test(value) && !matchAt(closing, text, end)) {
    return undefined;
  }
  const id = { value: value.replaceAll(' ', ''), span: { offset: start, length: end - start } };
  return { id, isUuid: endOfUuid !== undefined, end };
}

function endOfMatch(pattern: RegExp, text: string, offset: number): number | undefined {
  const match = matchAt(pattern, text, offset);
  return match ? match.index + match[0].length : undefined;
}
