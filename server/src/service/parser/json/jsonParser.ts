import { touches } from '../../base/span';
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
    const moved = embedded.map((envelope) => shiftEnvelope(envelope, base));
    const envelopes = [...parsed.envelopes, ...outsidePayloads(parsed.envelopes, moved)];
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

/** Filters embedded envelopes: those inside the response of another one are data of the action. */
export function outsidePayloads(others: readonly Envelope[], embedded: readonly Envelope[]): Envelope[] {
  const payloads = others.flatMap(({ shape }) => (shape ? [shape.response.span] : []));
  return embedded.filter(({ span }) => !payloads.some((payload) => touches(payload, span.offset)));
}

/** The first break on a tape. */
export function breakOf({ firstBreak }: Tape, base: number): Break | undefined {
  return (
    firstBreak && { span: { offset: base + firstBreak.offset, length: firstBreak.length }, reason: firstBreak.reason }
  );
}
