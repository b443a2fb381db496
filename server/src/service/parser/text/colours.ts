import { SourceMappedText } from '../../base/sourceMappedText';
import { endOf, type Span } from '../../base/span';
import type { Envelope } from '../../envelope/envelope';
import { mapEnvelope } from '../../envelope/mapEnvelope';

const escape = '\u001b';

/** What follows the escape character in a sequence that sets a colour or moves the cursor. */
const sequence = /\[[\d;:?]{0,40}[A-Za-z]/y;

/** The text without the colours of a terminal; undefined if it has none. */
export function withoutColours(text: string): SourceMappedText | undefined {
  if (!text.includes(escape)) {
    return undefined;
  }
  const plain = new SourceMappedText();
  let from = 0;
  for (let index = text.indexOf(escape); index >= 0; index = text.indexOf(escape, index + 1)) {
    sequence.lastIndex = index + 1;
    if (sequence.test(text)) {
      plain.add(text.slice(from, index), from);
      from = sequence.lastIndex;
    }
  }
  plain.add(text.slice(from), from);
  return plain.end(text.length);
}

/** A stretch of a text, with the envelopes that were found in it. */
interface Piece {
  readonly text: string;
  readonly isLast: boolean;
  readonly envelopes: readonly Envelope[];
}

/** The pieces of a text whose colours were left out, with the offsets that they have in the text itself. */
export function withColours<T extends Piece>(pieces: readonly T[], plain: SourceMappedText, text: string): T[] {
  let base = 0;
  let start = 0;
  return pieces.map((piece) => {
    const from = start;
    base += piece.text.length;
    // After the line break, since a colour may stand between that and the next character.
    start = piece.isLast ? text.length : plain.rawOffset(base - 1) + 1;
    const own = text.slice(from, start);
    const first = base - piece.text.length;
    const toOwn = ({ offset, length }: Span): Span => {
      const ownStart = plain.rawOffset(first + offset) - from;
      const end = length === 0 ? ownStart : plain.rawOffset(first + offset + length - 1) + 1 - from;
      return { offset: ownStart, length: end - ownStart };
    };
    return { ...piece, text: own, envelopes: piece.envelopes.map((each) => recoloured(mapEnvelope(each, toOwn), own)) };
  });
}

/** JSON with colours in it is no longer JSON. */
function recoloured(envelope: Envelope, text: string): Envelope {
  const { shape, span, holder = span } = envelope;
  const isColoured = shape && text.slice(span.offset, endOf(span)).includes(escape);
  return isColoured ? { ...envelope, source: 'embedded', holder } : envelope;
}
