import { SourceMappedText } from '../../base/sourceMappedText';
import type { DecodedBody } from './literal';

/** How a notation writes quotes. */
interface Escaping {
  /** The beginning of a body. */
  readonly start: RegExp;
  /** Escapes, what ends the text, and line breaks. */
  readonly special: RegExp;
  readonly decoded: ReadonlyMap<string, string>;
}

/** In a quoted field of CSV quotes are doubled. */
const csv: Escaping = { start: /\{\s{0,200}""\w/y, special: /""?|\n/g, decoded: new Map([['""', '"']]) };

/** In HTML they are entities. */
const html: Escaping = {
  start: /\{\s{0,200}&(?:quot|#34|#x22);/iy,
  special: /&(?:quot|#34|#x22|apos|#39|#x27|amp|lt|gt);|[<"\n]/gi,
  decoded: new Map([
    ['&quot;', '"'],
    ['&#34;', '"'],
    ['&#x22;', '"'],
    ['&apos;', "'"],
    ['&#39;', "'"],
    ['&#x27;', "'"],
    ['&amp;', '&'],
    ['&lt;', '<'],
    ['&gt;', '>'],
  ]),
};

/** The beginning of a line on which a body goes on. */
const nextLine = /[ \t\r]{0,400}(?:""|&(?:quot|#34|#x22);|[{}[\]])/iy;

/** Decodes the body at an offset and what follows it in the same field or element, if its quotes are escaped. */
export function readEscapedQuotes(text: string, offset: number, limit: number): DecodedBody | undefined {
  const escaping = [csv, html].find(({ start }) => {
    start.lastIndex = offset;
    return start.test(text);
  });
  return escaping && decode(text, offset, limit, escaping);
}

function decode(text: string, offset: number, limit: number, { special, decoded }: Escaping): DecodedBody {
  const body = new SourceMappedText();
  for (let from = offset; ;) {
    special.lastIndex = from;
    const found = special.exec(text);
    if (!found || found.index >= limit) {
      body.add(text.slice(from, limit), from);
      return { decoded: body.end(limit), end: limit, isOpen: true };
    }
    const { index } = found;
    const [written] = found;
    const character = decoded.get(written.toLowerCase());
    body.add(text.slice(from, index), from);
    from = index + written.length;
    if (character !== undefined) {
      body.replace(character, index);
      continue;
    }
    nextLine.lastIndex = from;
    if (written !== '\n' || (from < limit && !nextLine.test(text))) {
      return { decoded: body.end(index), end: index, isOpen: false };
    }
    body.add(written, index);
  }
}
