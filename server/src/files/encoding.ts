import { isAscii, isUtf8, transcode } from 'node:buffer';

/** How the characters of a text are written as bytes. */
export interface Encoding {
  /** Where a byte below 0x80 is always an ASCII character, text can be searched for without decoding. */
  readonly isAsciiCompatible: boolean;
  /** Decodes all of the bytes, a byte order mark too. Invalid bytes become U+FFFD. */
  readonly decode: (bytes: Buffer) => string;
  /** The last offset, at most four bytes before the end, at which no character and no CRLF is cut in two. */
  readonly lastBoundary: (bytes: Buffer) => number;
}

export const byteOrderMark = '\ufeff';

const carriageReturn = 0x0d;

const utf8: Encoding = { isAsciiCompatible: true, decode: decodeUtf8, lastBoundary: boundaryInUtf8 };

const utf16le = utf16('utf-16le', (bytes, offset) => bytes.readUInt16LE(offset));
const utf16be = utf16('utf-16be', (bytes, offset) => bytes.readUInt16BE(offset));

/** The encoding of a text by its first two bytes: UTF-16 if they are its byte order mark, else UTF-8. */
export function encodingOf([first, second]: Buffer): Encoding {
  if (first === 0xff && second === 0xfe) {
    return utf16le;
  }
  return first === 0xfe && second === 0xff ? utf16be : utf8;
}

/** Decodes a text and drops a byte order mark. Invalid bytes become U+FFFD. */
export function textOf(bytes: Buffer): string {
  const text = encodingOf(bytes).decode(bytes);
  return text.startsWith(byteOrderMark) ? text.slice(1) : text;
}

/** In bytes. Above this the two copies of the fast path cost more than it saves. */
const maxBytes = 32 * 1024 * 1024;

/** Like `bytes.toString('utf8')`, in about 60 % of the time: Node decodes text that is not ASCII byte by byte. */
export function decodeUtf8(bytes: Buffer): string {
  if (isAscii(bytes)) {
    return bytes.toString('latin1');
  }
  return bytes.length <= maxBytes && isUtf8(bytes)
    ? transcode(bytes, 'utf8', 'utf16le').toString('utf16le')
    : bytes.toString('utf8');
}

function boundaryInUtf8(bytes: Buffer): number {
  const { length } = bytes;
  for (let start = length - 1; start > 0 && start >= length - 4; start--) {
    const byte = bytes[start] ?? 0;
    const isContinuation = (byte & 0xc0) === 0x80;
    if (!isContinuation) {
      const size = byte < 0x80 ? 1 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return start + size > length || byte === carriageReturn ? start : length;
    }
  }
  return length;
}

function utf16(label: string, unitAt: (bytes: Buffer, offset: number) => number): Encoding {
  const decoder = new TextDecoder(label, { ignoreBOM: true });
  return {
    isAsciiCompatible: false,
    decode: (bytes) => decoder.decode(bytes),
    lastBoundary(bytes) {
      const end = bytes.length - (bytes.length % 2);
      const last = end > 2 ? unitAt(bytes, end - 2) : 0;
      const isFirstOfPair = last >= 0xd800 && last <= 0xdbff;
      return isFirstOfPair || last === carriageReturn ? end - 2 : end;
    },
  };
}
