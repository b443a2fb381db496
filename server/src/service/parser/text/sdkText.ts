import type { Envelope, Text } from '../../envelope/envelope';

/** The exception text of an SDK in a log or a terminal. */
export interface SdkText {
  readonly envelope: Envelope;
  /** The offset after its last character. */
  readonly end: number;
  /** The end of the examined text: a change after this does not affect the result. */
  readonly seen: number;
}

/** The part of a text that may contain an exception text, from `from` up to `to`. */
export interface Window {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

interface Head {
  /** The message begins after the match; the first group is the code. */
  readonly pattern: RegExp;
  /** The text before the RequestId. */
  readonly id: RegExp;
  /** Code and RequestId are on separate lines after the message, as Node prints the properties of an error. */
  readonly inspected?: boolean;
}

/** The beginnings of exception texts, from the sources of the SDKs. */
const heads: readonly Head[] = [
  // Go, Ruby
  {
    pattern:
      /\[TencentCloudSDKError\]\s{0,9}Code\s{0,9}=\s{0,9}([^\s,]{0,200})\s{0,9},\s{0,9}Message\s{0,9}=[^\S\r\n]{0,9}/dy,
    id: /,?\s{0,9}\bRequestId\s{0,9}=\s{0,9}/dg,
  },
  // Python, Java, PHP
  {
    pattern:
      /\[(?:TencentCloud\\Common\\Exception\\)?TencentCloudSDKException\]\s{0,9}code\s{0,9}:\s{0,9}((?!message)[^\s:]{0,200})\s{0,9}message\s{0,9}:[^\S\r\n]{0,9}/dy,
    id: /\s{0,9}\brequestId\s{0,9}:[^\S\r\n]{0,9}/dg,
  },
  // Node, which has no code, and older Java, which has the code before the message
  {
    pattern:
      /\[TencentCloudSDKException\]\s{0,9}message\s{0,9}:[^\S\r\n]{0,9}(?:([A-Z][A-Za-z0-9]{2,80}(?:\.[A-Za-z0-9_]{1,80}){0,4})-)?/dy,
    id: /\s{0,9}\brequestId\s{0,9}:[^\S\r\n]{0,9}/dg,
  },
  // Node, printed by `util.inspect`
  {
    pattern: /TencentCloudSDK(?:Http)?Exception:[^\S\r\n]{1,9}()(?=[^\s[])/dy,
    id: /\brequestId: /dg,
    inspected: true,
  },
];

/** The property `code`, as printed by `util.inspect`. */
const inspectedCode = /^[^\S\r\n]{1,9}code: ['"]([^'"\r\n]{1,200})['"]/dm;

/** A RequestId. Tools that reformat logs put spaces around its dashes. */
const id = /["']?([^\s,;"'()[\]{}，。）]{1,200}(?: - [0-9a-f]{4,12}){0,4})/dy;

/** Maximum length of an exception text before its message, in UTF-16 units. */
export const maxHeadLength = 700;

/** Maximum distance from the start of a message to its RequestId, in UTF-16 units and in lines. */
const maxDistance = 4000;
const maxLines = 20;

/** A line that ends an exception text: blank, except for a border drawn by a terminal, or the start of another one. */
const endLine = /^[\s>│|╵]*$|TencentCloudSDK|^ {0,3}(?:`{3}|~{3})/;

/** The second line of a denial by CAM. */
const deniedResource = /^[^\S\n]{0,9}resources? ?\([^()]{1,1000}\) has no permission/;

/** Reads the exception text at an offset, or a bare message with its RequestId at the offset. */
export function readSdkText(window: Window, offset: number): SdkText | undefined {
  if (window.text.startsWith('[request id:', offset)) {
    return readBareMessage(window, offset);
  }
  for (const head of heads) {
    head.pattern.lastIndex = offset;
    const found = head.pattern.exec(window.text);
    if (found) {
      return readFrom(window, found, head);
    }
  }
  return undefined;
}

function readFrom({ text, to }: Window, head: RegExpExecArray, { id: idName, inspected = false }: Head): SdkText {
  const start = head.index;
  const messageStart = start + head[0].length;
  const reach = reachOf(text, messageStart, to);
  const lineEnd = endOfLine(text, messageStart, to);
  const rest = text.slice(messageStart, reach.end);
  const name = matchFrom(idName, rest);
  id.lastIndex = name ? name.index + name[0].length : 0;
  const found = name && id.exec(rest);
  const messageEnd = name && !inspected ? messageStart + name.index : lineEnd;
  const property = inspected ? inspectedCode.exec(rest) : null;
  const code = property
    ? textAt(messageStart, property.indices?.[1], property[1])
    : textAt(0, head.indices?.[1], head[1]);
  const ends = [messageEnd, ...[name, found, property].map((match) => endOfMatch(messageStart, match))];
  const end = trimEnd(text, start, Math.max(...ends));
  return {
    envelope: {
      source: 'sdk-text',
      status: 'failure',
      span: { offset: start, length: end - start },
      code,
      message: trimmed(text, messageStart, messageEnd),
      requestId: found ? idOf(textAt(messageStart, found.indices?.[1], found[1])) : undefined,
      shape: undefined,
    },
    end,
    seen: name && !inspected ? end : reach.seen,
  };
}

/** A message without code, as some tools print it: the whole line, and a denied resource on the next one. */
function readBareMessage({ text, from, to }: Window, offset: number): SdkText | undefined {
  const start = Math.max(from, text.lastIndexOf('\n', offset) + 1);
  const lineEnd = endOfLine(text, offset, to);
  const seen = endOfLine(text, lineEnd, to);
  const isDenial = deniedResource.test(text.slice(lineEnd, Math.min(seen, lineEnd + maxDistance)));
  const end = trimEnd(text, start, isDenial ? seen : lineEnd);
  id.lastIndex = offset + '[request id:'.length;
  const found = id.exec(text);
  const message = trimmed(text, start, end);
  return found && message && found.index + found[0].length <= end
    ? {
        envelope: {
          source: 'sdk-text',
          status: 'failure',
          span: message.span,
          code: undefined,
          message,
          requestId: idOf(textAt(0, found.indices?.[1], found[1])),
          shape: undefined,
        },
        end,
        seen,
      }
    : undefined;
}

/** The maximum end of a text that begins at an offset, and the end of what was examined for it. */
function reachOf(text: string, start: number, to: number): { end: number; seen: number } {
  const limit = Math.min(to, start + maxDistance);
  let end = endOfLine(text, start, to);
  for (let line = 1; line < maxLines && end < limit; line++) {
    const next = endOfLine(text, end, to);
    if (endLine.test(text.slice(end, Math.min(next, end + maxDistance)).trimEnd())) {
      return { end, seen: next };
    }
    end = next;
  }
  return { end, seen: end };
}

/** The end of the line at an offset, after its line break. */
function endOfLine(text: string, offset: number, to: number): number {
  const newline = text.indexOf('\n', offset);
  return newline < 0 || newline >= to ? to : newline + 1;
}

function matchFrom(pattern: RegExp, text: string): RegExpExecArray | null {
  pattern.lastIndex = 0;
  return pattern.exec(text);
}

function endOfMatch(base: number, match: RegExpExecArray | null | undefined): number {
  return match ? base + match.index + match[0].length : 0;
}

function textAt(
  base: number,
  indices: readonly [number, number] | undefined,
  value: string | undefined,
): Text | undefined {
  return indices && value ? { value, span: { offset: base + indices[0], length: indices[1] - indices[0] } } : undefined;
}

/** What SDKs print if the response had no RequestId. */
const noIds: ReadonlySet<string> = new Set(['None', 'null', 'nil', 'undefined']);

function idOf(text: Text | undefined): Text | undefined {
  return text && !noIds.has(text.value) ? { ...text, value: text.value.replaceAll(' ', '') } : undefined;
}

function trimmed(text: string, start: number, end: number): Text | undefined {
  const value = text.slice(start, end).trim();
  const offset = start + text.slice(start, end).search(/\S/);
  return value === '' ? undefined : { value, span: { offset, length: value.length } };
}

function trimEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}
