import { countWhile } from '../../base/binarySearch';
import { touches, type Span } from '../../base/span';
import type { Break, Envelope, ParsedText } from '../../envelope/envelope';
import { shiftEnvelope } from '../../envelope/mapEnvelope';
import type { EmbeddedParser } from '../embedded/embeddedParser';
import { conclude, type JsonOptions } from './conclude';
import { EnvelopeBuilder } from './envelopeBuilder';
import { NestingState } from './nestingState';
import type { StructureOptions } from './scannedPiece';
import { scanStructure } from './structureScanner';
import type { Tape } from './tape';

/** Finds the envelopes of a JSON text, up to the depth `maxMemberDepth` (structureScanner.ts). */
export class JsonParser {
  private readonly structure: StructureOptions;

  /** `embedded` parses the content of strings; without it strings are not searched. */
  constructor(
    private readonly options: JsonOptions,
    private readonly embedded?: EmbeddedParser,
  ) {
    this.structure = structureOptions(options, Infinity);
  }

  /** Parses a whole text. `base` is added to all offsets. */
  parse(text: string, base = 0): ParsedText {
    const builder = new EnvelopeBuilder(this.options);
    let firstBreak: Break | undefined;
    let isTooDeep = false;
    const stretch = { text, entry: NestingState.outermost(), isLast: true };
    for (const { tape } of scanStructure(stretch, this.structure)) {
      builder.add(tape.entries, 0, text, base);
      firstBreak = breakOf(tape, base);
      isTooDeep ||= tape.isTooDeep;
    }
    builder.finish(base + text.length);
    const parsed = conclude({ builder, found: 0, firstBreak, isTooDeep, text, base }, this.options);
    const embedded = this.embedded?.inJson(text) ?? [];
    if (embedded.length === 0) {
      return parsed;
    }
    const payloads = payloadsOf(parsed.envelopes);
    const envelopes = [...parsed.envelopes];
    for (const each of embedded) {
      if (!isInside(payloads, base + each.span.offset)) {
        envelopes.push(shiftEnvelope(each, base));
      }
    }
    return { ...parsed, envelopes: envelopes.sort((one, other) => one.span.offset - other.span.offset) };
  }
}

/** The options of scanning a text. `pieceLength` is in UTF-16 units. */
export function structureOptions(
  { comments, declared, unwrapped }: JsonOptions,
  pieceLength: number,
): StructureOptions {
  return { comments, anySpelling: declared, unwrapped: declared || unwrapped, pieceLength };
}

/** The spans of the responses of JSON envelopes, in the order of the text. They do not overlap. */
export function payloadsOf(envelopes: readonly Envelope[]): Span[] {
  return envelopes
    .flatMap(({ shape }) => (shape ? [shape.response.span] : []))
    .sort((one, other) => one.offset - other.offset);
}

/** Whether an offset is inside one of the spans that `payloadsOf` returned: what is there is data of the action. */
export function isInside(payloads: readonly Span[], offset: number): boolean {
  const payload = payloads[countWhile(payloads.length, (index) => (payloads[index]?.offset ?? 0) <= offset) - 1];
  return payload !== undefined && touches(payload, offset);
}

/** The first break on a tape. */
export function breakOf({ firstBreak }: Tape, base: number): Break | undefined {
  return (
    firstBreak && { span: { offset: base + firstBreak.offset, length: firstBreak.length }, reason: firstBreak.reason }
  );
}
