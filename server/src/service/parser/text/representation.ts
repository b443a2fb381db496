import { SourceMappedText } from '../../base/sourceMappedText';
import type { Text } from '../../envelope/envelope';
import { writeQuoted } from '../embedded/quotedString';
import { isInSource, looksLikeCode } from './codeShape';
import { exceptionText, type ExceptionText, type Window } from './exceptionText';
import { matchAt } from './stretches';

const head = /TencentCloudSDKException\(/y;
const comma = /, ?/y;
const none = /(?:None)?\)/y;

/** Maximum length of one of its strings, in UTF-16 units. */
const maxLength = 16_000;

/** Reads what `repr` of Python prints: the class, and code, message and RequestId as strings. */
export function readRepresentation({ text, to }: Window, offset: number): ExceptionText | undefined {
  const found = matchAt(head, text, offset);
  if (!found || isInSource(text, offset)) {
    return undefined;
  }
  const limit = Math.min(to, offset + maxLength);
  const strings: Text[] = [];
  let end = offset + found[0].length;
  for (let string = readString(text, end, limit); string; string = readString(text, end, limit)) {
    strings.push(string);
    end = string.span.offset + string.span.length + 1;
    end = matchAt(comma, text, end) ? comma.lastIndex : end;
  }
  const [code, message, requestId] = strings;
  if (!code || !message || strings.length > 3 || !looksLikeCode(code.value) || !matchAt(none, text, end)) {
    return undefined;
  }
  end = none.lastIndex;
  return exceptionText(
    { code, message, requestId: requestId?.value === '' ? undefined : requestId },
    { start: offset, end, seen: end },
  );
}

/** The string at an offset; its span is that of its inside. */
function readString(text: string, offset: number, limit: number): Text | undefined {
  const json = new SourceMappedText();
  const end = writeQuoted(text, offset, limit, json);
  return end === undefined
    ? undefined
    : { value: String(JSON.parse(json.text)), span: { offset: offset + 1, length: end - offset - 2 } };
}
