import type { OwnLines } from './ownLines';
import { readRequestId, type IdValue } from './requestId';
import type { Tail } from './tail';

/** The RequestId after a message. */
interface TrailingId extends IdValue {
  /** The offset of its name. */
  readonly name: number;
}

const idName = /\b[Rr]equestId(?:\s{0,9}[:=：]|(?=[0-9a-f]{8}-[0-9a-f]{4}-))/g;

/** What stands before a name that is not one of the words of the message. */
const beforeName = /(?:^|,)[\s│|>]{0,9}$/;

/** A denial by CAM has two lines. On a later line a RequestId may be that of something else. */
const maxSureLines = 2;

/**
 * Reads the RequestId after a message: on the first line that has one, the last one. `style` is the name of the message
 * with its separator; an SDK writes the name of the RequestId likewise.
 */
export function readTrailingId(lines: OwnLines, style: string): Tail | undefined {
  while (lines.advance()) {
    const found = lastIdOf(lines, style);
    if (found) {
      const { id, isUuid, name, end } = found;
      const before = lines.text.slice(0, name);
      const message = before.replace(isCapital(style) ? /,?[\s│|>]{0,20}$/ : /[[(（【「]?$/, '').trimEnd();
      return {
        messageEnd: lines.offset + message.length,
        requestId: id && { ...id, span: { ...id.span, offset: lines.offset + id.span.offset } },
        isSure: isUuid && before.split('\n').length <= maxSureLines,
        end: lines.offset + end,
      };
    }
  }
  return undefined;
}

function lastIdOf({ text, start, end }: OwnLines, style: string): TrailingId | undefined {
  const line = text.slice(0, end);
  let last: TrailingId | undefined;
  let isApart = false;
  idName.lastIndex = start;
  for (let match = idName.exec(line); match; match = idName.exec(line)) {
    const value = isLike(match[0], style) ? readRequestId(line, idName.lastIndex) : undefined;
    const isNowApart: boolean = beforeName.test(line.slice(Math.max(start, match.index - 10), match.index));
    if (value && (value.id || !last?.id) && (isNowApart || !isApart)) {
      last = { ...value, name: match.index };
      isApart = isNowApart;
      if (isQuoteClosed(line, last)) {
        return last;
      }
    }
  }
  return last;
}

/** `RequestId=` is like `Message=`, and `requestId:` like `message:`. */
function isLike(name: string, style: string): boolean {
  return isCapital(name) === isCapital(style) && name.endsWith('=') === style.endsWith('=');
}

function isCapital(name: string): boolean {
  return /^[A-Z]/.test(name);
}

/** Whether a value ends with a quote that opened before the message: then the exception text ends there too. */
function isQuoteClosed(line: string, { name, end }: TrailingId): boolean {
  const quote = line.charAt(end);
  return /["'`]/.test(quote) && !line.slice(0, name).includes(quote);
}
