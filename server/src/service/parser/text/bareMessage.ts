import type { Text } from '../../envelope/envelope';
import { exceptionText, type ExceptionText, type Window } from './exceptionText';
import { OwnLines } from './ownLines';
import { readRequestId } from './requestId';
import { trimmed, trimEnd } from './stretches';

const mark = '[request id:';

/** How far before its RequestId a message may begin, in UTF-16 units. */
const maxBefore = 4_000;

/** The second line of a denial by CAM. */
const deniedResource = /^[^\S\n]{0,9}resources? ?\([^()]{1,1000}\) has no permission/;

/** Reads a message without code, as some tools print it: a whole line, and a denied resource on the next one. */
export function readBareMessage({ text, from, to }: Window, offset: number): ExceptionText | undefined {
  const requestId = text.startsWith(mark, offset) ? readRequestId(text, offset + mark.length)?.id : undefined;
  if (!requestId) {
    return undefined;
  }
  const earliest = Math.max(from, offset - maxBefore);
  const start = earliest + text.slice(earliest, offset).lastIndexOf('\n') + 1;
  const lines = new OwnLines(text, offset, to);
  const end = trimEnd(text, start, offset + endOfMessage(lines));
  const message = trimmed(text, start, end);
  return (
    message &&
    exceptionText(
      { code: undefined, message, requestId },
      { start: message.span.offset, end, seen: offset + lines.seen },
    )
  );
}

/** The end of a message that nothing follows: its line, or the next one if that names the resource of a denial. */
export function endOfMessage(lines: OwnLines): number {
  lines.advance();
  const { text, end } = lines;
  return lines.advance() && deniedResource.test(text.slice(lines.start, lines.end)) ? lines.end : end;
}

/** The RequestId in the words of a message, `[request id:…]`. */
export function requestIdInMessage(text: string, start: number, end: number): Text | undefined {
  const index = text.slice(start, end).lastIndexOf(mark);
  return index < 0 ? undefined : readRequestId(text, start + index + mark.length)?.id;
}
