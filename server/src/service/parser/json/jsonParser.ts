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

/** Finds the envelopes of a JSON text: any number, at any depth but below `maxMemberDepth` (structureScanner.ts). */
export class JsonParser {
  private readonly structure: StructureOptions;

  /** `embedded` parses what strings hold; without it nothing is looked for in them. */
  constructor(
    private readonly options: JsonOptions,
    private readonly embedded?: EmbeddedParser,
  ) {
    this.structure = structureOptions(options, Infinity);
  }

  /** Parses a whole text. Offsets count from `base` units before its beginning. */
  parse(text: string, base = 0): ParsedText {
    const builder = new EnvelopeBuilder(this.options);
    let firstBreak: Break | undefined;
    const stretch = { text, entry: NestingState.outermost(), isLast: true };
    for (const { tape } of scanStructure(stretch, this.structure)) {
      builder.add(tape.entries, 0, text, base);
      firstBreak = breakOf(tape, base);
    }
    builder.finish(base + text.length);
    const parsed = conclude({ builder, found: 0, firstBreak, text, base }, this.options);
    const embedded = this.embedded?.inJson(text) ?? [];
    if (embedded.length === 0) {
      return parsed;
    }
    const moved = embedded.map((envelope) => shiftEnvelope(envelope, base));
    const envelopes = [...parsed.envelopes, ...outsidePayloads(parsed.envelopes, moved)];
    return { ...parsed, envelopes: envelopes.sort((one, other) => one.span.offset - other.span.offset) };
  }
}

/** How a text is scanned that is parsed with such options; `pieceLength` in UTF-16 units. */
export function structureOptions(
  { comments, declared, unwrapped }: JsonOptions,
  pieceLength: number,
): StructureOptions {
  return { comments, anySpelling: declared, unwrapped: declared || unwrapped, pieceLength };
}

/** Those of the embedded envelopes that are in no response of others: what is in there is the action's own. */
export function outsidePayloads(others: readonly Envelope[], embedded: readonly Envelope[]): Envelope[] {
  const payloads = others.flatMap(({ shape }) => (shape ? [shape.response.span] : []));
  return embedded.filter(({ span }) => !payloads.some((payload) => touches(payload, span.offset)));
}

/** The first place at which a tape says that the text is not JSON. */
export function breakOf({ firstBreak }: Tape, base: number): Break | undefined {
  return (
    firstBreak && { span: { offset: base + firstBreak.offset, length: firstBreak.length }, reason: firstBreak.reason }
  );
}
