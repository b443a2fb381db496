import type { Text } from '../../envelope/envelope';
import { endOfMessage, requestIdInMessage } from './bareMessage';
import { isInSource, isNoCode, isOwnCode, looksLikeCode, looksLikeTemplate } from './codeShape';
import { exceptionText, type ExceptionText, type Parts, type Window } from './exceptionText';
import { OwnLines } from './ownLines';
import { readStack } from './stack';
import { groupText, matchAt, trimmed, trimEnd } from './stretches';
import type { Tail } from './tail';
import { readTrailingId } from './trailingId';
import { isAboutVendor } from './vendor';

/** The beginning of an exception text, up to its message. */
interface Head {
  /** The first group is the code; the second, the name of the message with its separator. */
  readonly pattern: RegExp;
  /** It has no mark: its RequestId must have the form of Tencent Cloud's, or its code must be one of its own. */
  readonly isUnmarked?: boolean;
  /** A stack and properties may follow, as Node, Java and .NET print them. */
  readonly thrown?: boolean;
}

/** From the sources of the SDKs. */
const heads: readonly Head[] = [
  // Go, Ruby, Python, Java, PHP, and Node, which has no code
  {
    pattern:
      /\[(?:TencentCloud\\{1,2}Common\\{1,2}Exception\\{1,2})?TencentCloudSDK(?:Error|Exception)\]\s{0,9}(?:code\s{0,9}[:=]\s{0,9}((?!message)[^\s,]{0,200}?)[\s,│|>]{0,20})?(message\s{0,9}[:=])[^\S\r\n]{0,9}/diy,
  },
  {
    pattern:
      /T?encentCloudSDK(?:Http)?Exception(?: \[Error\])?:[^\S\r\n]{1,9}(?:code:([^\s,]{0,200}) (message:))?(?=\S)(?!\[Tencent)/dy,
    thrown: true,
  },
  // The message alone of .NET's and Python's
  { pattern: /code:([A-Z][^\s,]{1,200}) (message:)/dy },
  // .NET, converted to a string
  { pattern: /message：code:([^\s,]{0,200}) (message:)/dy },
  // COS-STS, programs of users, and the fields of Go's error
  { pattern: /Code ?[:=] ?"?([^\s,:="]{1,200})"?,? (Message ?[:=]) ?"?/dy, isUnmarked: true },
];

/** Other exception texts that need no mark may begin in the line of one. */
const unmarked = /\bCode ?[:=] ?"?[A-Z][\w.-]{1,200}"?,? Message ?[:=]/;

/** How much of a message shows whether it is one, in UTF-16 units. */
const maxShownMessage = 200;

/** What .NET prints before the name of the class. */
const beforeClass = /\brequestId: ?([\w-]{1,80}) [\w.]{0,40}$/d;

const dashedCode = /^([A-Z][A-Za-z0-9]{2,80}(?:\.[A-Za-z0-9_]{1,80}){0,4})-/d;

/** Reads an exception text in which a code and a message stand after each other. */
export function readHeadedText(window: Window, offset: number): ExceptionText | undefined {
  for (const head of heads) {
    const found = matchAt(head.pattern, window.text, offset);
    if (found && !(head.thrown && isInSource(window.text, offset))) {
      return readFrom(window, found, head);
    }
  }
  return undefined;
}

function readFrom(window: Window, match: RegExpExecArray, head: Head): ExceptionText | undefined {
  const { text, to } = window;
  const messageStart = match.index + match[0].length;
  const lines = (): OwnLines => new OwnLines(text, messageStart, to, head.isUnmarked ? unmarked : undefined);
  const { tail, seen } = readTail(lines, match[2] ?? 'message:', head);
  if (head.isUnmarked && !tail.isSure && !isOfVendor(text, match)) {
    return undefined;
  }
  const before = head.thrown ? idBefore(window, match.index) : undefined;
  const messageEnd = tail.messageEnd ?? messageStart + endOfMessage(lines());
  const requestId = tail.requestId ?? before?.id ?? requestIdInMessage(text, messageStart, messageEnd);
  const code = groupText(match, 1) ?? tail.code;
  const parts = { ...codeAndMessage(text, messageStart, messageEnd, code), requestId };
  if (!isReal(parts, tail.isSure)) {
    return undefined;
  }
  const start = before?.start ?? match.index;
  const end = trimEnd(text, start, Math.max(messageEnd, tail.end));
  return exceptionText(parts, { start, end, seen: messageStart + seen });
}

/** What follows a head, and the end of what was looked at. */
function readTail(lines: () => OwnLines, style: string, { thrown, isUnmarked }: Head): { tail: Tail; seen: number } {
  const walked = lines();
  const stack = thrown ? readStack(walked) : undefined;
  const id = readTrailingId(stack ? lines() : walked, style);
  const tail = (stack && (stack.requestId ?? !id?.isSure) ? stack : id) ?? noTail;
  return {
    tail: isUnmarked ? withoutClosing(walked, tail.isSure ? tail : nearTail(lines(), tail)) : tail,
    seen: walked.seen,
  };
}

/** A tail that may be another text's, up to the end of the message. The name of a RequestId may be cut off there. */
function nearTail(lines: OwnLines, tail: Tail): Tail {
  const end = endOfMessage(lines);
  if (tail.messageEnd !== undefined && tail.end <= lines.offset + end) {
    return tail;
  }
  const message = lines.text
    .slice(0, end)
    .trimEnd()
    .replace(/, RequestId$/, '');
  return { ...noTail, messageEnd: lines.offset + message.length };
}

/** Whether an exception text without a mark and without a RequestId is one of Tencent Cloud. */
function isOfVendor(text: string, match: RegExpExecArray): boolean {
  const code = match[1] ?? '';
  const messageStart = match.index + match[0].length;
  const [line = ''] = text.slice(messageStart, messageStart + maxShownMessage).split('\n', 1);
  // Between back ticks prose quotes it.
  return (
    text.charAt(match.index - 1) !== '`' &&
    !looksLikeTemplate(line.trim()) &&
    (isOwnCode(code) || (/\.[A-Z]/.test(code) && isAboutVendor(text, match.index, messageStart)))
  );
}

/** Leaves out the quotes and brackets after a message that opened before it. */
function withoutClosing({ text, offset }: OwnLines, { messageEnd = 0, ...tail }: Tail): Tail {
  let message = text.slice(0, Math.max(0, messageEnd - offset));
  while (/["}\]]$/.test(message) && !/["[{]/.test(message.slice(0, -1))) {
    message = message.slice(0, -1);
  }
  return { ...tail, messageEnd: offset + message.length };
}

const noTail: Tail = { messageEnd: undefined, requestId: undefined, isSure: false, end: 0 };

/** The code and the message. Older SDKs for Java write the code before the message, with a dash. */
function codeAndMessage(text: string, start: number, end: number, code: Text | undefined): Omit<Parts, 'requestId'> {
  if (code && !isNoCode(code.value)) {
    return { code, message: trimmed(text, start, end) };
  }
  const dashed = dashedCode.exec(text.slice(start, end));
  return {
    code: dashed ? groupText(dashed, 1, start) : undefined,
    message: trimmed(text, start + (dashed?.[0].length ?? 0), end),
  };
}

/** Whether an exception happened, rather than to be written down in source code or documentation. */
function isReal({ code, message }: Parts, isSure: boolean): boolean {
  return code ? isSure || looksLikeCode(code.value) : message !== undefined && !looksLikeTemplate(message.value);
}

/** The RequestId that .NET prints before the class of an exception. */
function idBefore({ text, from }: Window, offset: number): { id: Text | undefined; start: number } | undefined {
  const start = Math.max(from, offset - 200);
  const found = beforeClass.exec(text.slice(start, offset));
  return found ? { id: groupText(found, 1, start), start: start + found.index } : undefined;
}
