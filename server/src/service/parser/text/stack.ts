import type { Text } from '../../envelope/envelope';
import type { OwnLines } from './ownLines';
import { groupText } from './stretches';
import type { Tail } from './tail';

/** A frame of a stack, or the beginning of the properties. */
const endOfMessage = /^\s+at |\]? \{\s*$/;

/** A property as Node's `util.inspect` prints it. */
const property = /^\s{1,40}(code|requestId): ?["'`]([^"'`\r\n]{1,200})["'`]/d;

/** Reads the stack and the properties after a thrown exception. */
export function readStack(lines: OwnLines): Tail {
  const properties = new Map<string, Text | undefined>();
  let messageEnd: number | undefined;
  let end = 0;
  while (lines.advance()) {
    const line = lines.text.slice(lines.start, lines.end);
    const start = lines.offset + lines.start;
    const found = messageEnd === undefined ? null : property.exec(line);
    if (found) {
      properties.set(found[1] ?? '', groupText(found, 2, start));
      end = start + found[0].length;
    } else if (messageEnd !== undefined && /^\s*\}/.test(line)) {
      break;
    }
    const stack = endOfMessage.exec(line);
    messageEnd ??= stack ? start + stack.index : undefined;
  }
  return { messageEnd, code: properties.get('code'), requestId: properties.get('requestId'), isSure: false, end };
}
