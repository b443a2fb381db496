import type { Break, Envelope, ParsedText } from '../envelope/envelope';
import { shiftEnvelope } from '../envelope/mapEnvelope';
import type { EmbeddedParser } from '../parser/embedded/embeddedParser';
import { conclude, type JsonOptions } from '../parser/json/conclude';
import { EnvelopeBuilder } from '../parser/json/envelopeBuilder';
import { breakOf, outsidePayloads, structureOptions } from '../parser/json/jsonParser';
import { NestingState } from '../parser/json/nestingState';
import type { ScannedPiece, StructureOptions } from '../parser/json/scannedPiece';
import { scanStructure } from '../parser/json/structureScanner';
import type { ChunkedText } from './chunkedText';
import { extractCompleteEnvelopes } from './completeEnvelopes';
import type { Content, IncrementalParser, Part } from './part';
import { PieceCache, type PieceScanner, type Placed, type ScannedStretch } from './pieceCache';

/** What is known of a chunk of JSON. */
interface JsonPiece extends ScannedStretch<NestingState>, Pick<ScannedPiece, 'tape'> {
  /** Entries of the tape that belong to objects which reach beyond the piece. */
  readonly rest: readonly number[];
  /** The envelopes that lie in the piece. */
  readonly own: Content;
  /** What its strings hold, wherever they are. */
  readonly embedded: Content;
}

/** Nesting states that a document may leave behind before a new scan is worth it: some 10 MB. */
const maxStaleStates = 100_000;

/** Finds the envelopes of one JSON document again and again while it changes. */
export class JsonPieces implements IncrementalParser, PieceScanner<NestingState, JsonPiece> {
  start = NestingState.outermost();
  /** How many states the document had when it was last scanned from a new start. */
  private statesAtStart = 0;
  private readonly structure: StructureOptions;
  private readonly cache = new PieceCache(this);

  constructor(
    private readonly options: JsonOptions,
    private readonly strings: EmbeddedParser,
    pieceLength: number,
  ) {
    this.structure = structureOptions(options, pieceLength);
  }

  parse(document: ChunkedText): Part[] {
    const isNew = this.renewStates();
    const pieces = this.cache.read(document);
    if (isNew) {
      this.statesAtStart = this.start.familySize;
    }
    return this.assemble(pieces, document);
  }

  scan(text: string, entry: NestingState, isLast: boolean): JsonPiece[] {
    let end = 0;
    return scanStructure({ text, entry, isLast }, this.structure).map((piece) => {
      const own = text.slice(end, end + piece.length);
      end += piece.length;
      const { envelopes, rest } = extractCompleteEnvelopes(own, piece, this.options);
      const embedded = this.strings.inJson(own);
      return {
        text: own,
        entry: piece.entry,
        exit: piece.exit,
        isLast: piece.isLast,
        isEmpty: piece.tape.length === 0 && !piece.tape.firstBreak && embedded.length === 0,
        tape: piece.tape,
        rest,
        own: contentOf(own, envelopes),
        embedded: contentOf(own, embedded),
      };
    });
  }

  /** States of nestings that have left the text are given up together: once they are many, all is scanned anew. */
  private renewStates(): boolean {
    const { familySize } = this.start;
    if (familySize > 2 * this.statesAtStart + maxStaleStates) {
      this.start = NestingState.outermost();
      return true;
    }
    return familySize === 1;
  }

  /** The parts of single pieces, and one of what reaches beyond a piece. */
  private assemble(pieces: readonly Placed<JsonPiece>[], document: ChunkedText): Part[] {
    const builder = new EnvelopeBuilder(this.options);
    const parts: Part[] = [];
    let found = 0;
    let firstBreak: Break | undefined;
    for (const { base, piece } of pieces) {
      builder.add(piece.rest, 0, piece.text, base);
      const { length } = piece.own.parsed.envelopes;
      if (length > 0) {
        parts.push({ offset: base, content: piece.own });
        found += length;
      }
      firstBreak ??= breakOf(piece.tape, base);
    }
    builder.finish(document.length);
    const text = document.chunks[0]?.text ?? '';
    const across = conclude({ builder, found, firstBreak, text, base: 0 }, this.options);
    if (across.envelopes.length + across.breaks.length + across.missingResponses.length > 0) {
      parts.push({ offset: 0, content: { text: document, parsed: across } });
    }
    return [...parts, ...embeddedParts(pieces, across)];
  }
}

/** What strings hold, but for those in payloads. `across` has the envelopes that reach beyond a piece. */
function embeddedParts(pieces: readonly Placed<JsonPiece>[], across: ParsedText): Part[] {
  const parts: Part[] = [];
  for (const { base, piece } of pieces) {
    const { text, own, embedded } = piece;
    const { length } = embedded.parsed.envelopes;
    if (length > 0) {
      const around = [...own.parsed.envelopes, ...across.envelopes.map((envelope) => shiftEnvelope(envelope, -base))];
      const envelopes = outsidePayloads(around, embedded.parsed.envelopes);
      // What was computed from all of them does not hold for some of them.
      const content = envelopes.length === length ? embedded : contentOf(text, envelopes);
      if (envelopes.length > 0) {
        parts.push({ offset: base, content });
      }
    }
  }
  return parts;
}

function contentOf(text: string, envelopes: readonly Envelope[]): Content {
  return { text, parsed: { envelopes, breaks: [], missingResponses: [] } };
}
