import { shiftSpan, type Span } from '../../base/span';
import { mapEnvelope } from '../../envelope/mapEnvelope';
import { decodeJsonString, endOfJsonString } from '../embedded/jsonString';
import { readBareMessage } from './bareMessage';
import type { ExceptionText, Window } from './exceptionText';
import { readHeadedText } from './headedText';
import { mark, startOfNext } from './ownLines';
import { readPrintAll } from './printAll';
import { readRepresentation } from './representation';

/** Maximum length of an exception text before its message, in UTF-16 units. */
export const maxHeadLength = 700;

/** All forms in which an exception is printed, the likeliest first. */
const forms = [readHeadedText, readBareMessage, readRepresentation, readPrintAll];

/** Maximum length of an exception text with escapes, in UTF-16 units. */
const maxEscapedLength = 16_000;

/** The mark of another exception text begins after that of this one. */
const maxMarkLength = 80;

/** Escapes that show that a text is the inside of a string: those of quotes, and of line breaks between parts. */
const escapes = /\\(?:"|n\s{0,9}(?:message|requestid|resources? ?\(|at ))/i;

/** Reads the exception text at an offset, which is at the beginning of its message or of something before that. */
export function readSdkText(window: Window, offset: number): ExceptionText | undefined {
  return readEscaped(window, offset) ?? readAny(window, offset);
}

function readAny(window: Window, offset: number): ExceptionText | undefined {
  for (const read of forms) {
    const found = read(window, offset);
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** Reads an exception text in a string whose beginning is not known, such as one of a truncated record. */
function readEscaped({ text, to }: Window, offset: number): ExceptionText | undefined {
  if (!text.slice(offset, offset + maxMarkLength).includes(mark)) {
    return undefined;
  }
  const rest = text.slice(offset, Math.min(to, offset + maxEscapedLength));
  const end = endOfJsonString(rest, 0, startOfNext(rest, maxMarkLength));
  if (!escapes.test(rest.slice(0, end))) {
    return undefined;
  }
  const decoded = decodeJsonString(rest, 0, end);
  const found = readAny({ text: decoded.text, from: 0, to: decoded.text.length }, 0);
  const toRaw = (span: Span): Span => shiftSpan(decoded.rawSpan(span), offset);
  return (
    found && {
      envelope: mapEnvelope(found.envelope, toRaw),
      end: offset + decoded.rawOffset(found.end),
      seen: offset + end,
    }
  );
}
