import { endOfMessage } from './bareMessage';
import { looksLikeCode } from './codeShape';
import { exceptionText, type ExceptionText, type Window } from './exceptionText';
import { OwnLines } from './ownLines';
import { groupText, matchAt, trimmed, trimEnd } from './stretches';

const head = /ErrorCode=([^\s,]{0,200}), ErrorMessage=/dy;
const beforeCode = /\bRequestId=([\w-]{0,200}), $/d;

/** Reads what `PrintAll` of the SDK for C++ prints: RequestId, code and message, in this order. */
export function readPrintAll({ text, from, to }: Window, offset: number): ExceptionText | undefined {
  const found = matchAt(head, text, offset);
  const earliest = Math.max(from, offset - 220);
  const before = found && beforeCode.exec(text.slice(earliest, offset));
  const code = found ? groupText(found, 1) : undefined;
  if (!before || !code || !looksLikeCode(code.value)) {
    return undefined;
  }
  const start = earliest + before.index;
  const messageStart = offset + found[0].length;
  const lines = new OwnLines(text, messageStart, to);
  const messageEnd = messageStart + endOfMessage(lines);
  const parts = { code, message: trimmed(text, messageStart, messageEnd), requestId: groupText(before, 1, earliest) };
  return exceptionText(parts, { start, end: trimEnd(text, start, messageEnd), seen: messageStart + lines.seen });
}
