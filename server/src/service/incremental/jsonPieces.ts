import type { Envelope, ParsedText } from '../envelope/envelope';
import { isEmpty } from '../parser';
import type { EmbeddedParser } from '../parser/embedded/embeddedParser';
import type { JsonOptions } from '../parser/json/conclude';
import { isInside, payloadsOf, structureOptions } from '../parser/json/jsonParser';
import { NestingState } from '../parser/json/nestingState';
import type { StructureOptions } from '../parser/json/scannedPiece';
import { scanStructure } from '../parser/json/structureScanner';
import type { Tape } from '../parser/json/tape';
import { AcrossPieces, type ReducedPiece } from './acrossPieces';
import type { ChunkedText } from './chunkedText';
import { extractCompleteEnvelopes } from './completeEnvelopes';
import type { Content, IncrementalParser, Part } from './part';
import { PieceCache, type PieceScanner, type Placed, type ScannedStretch } from './pieceCache';

/** A scanned chunk of JSON. */
export interface JsonPiece extends ScannedStretch<NestingState>, ReducedPiece {
  readonly text: string;
  /** The envelopes inside the piece. */
  readonly own: Content;
  /** The envelopes in its strings, including those in payloads. */
  readonly embedded: Content;
}

/** Unused nesting states (about 10 MB) that may accumulate before a new scan pays off. */
const maxStaleStates = 100_000;

/** Parses a JSON document incrementally. */
export class JsonPieces implements IncrementalParser, PieceScanner<NestingState, JsonPiece> {
  start = NestingState.outermost();
  /** The number of states after the last full scan. */
  private statesAtStart = 0;
  private readonly structure: StructureOptions;
  private readonly cache = new PieceCache(this);

  constructor(
    readonly options: JsonOptions,
    private readonly strings: EmbeddedParser,
    pieceLength: number,
  ) {
    this.structure = structureOptions(options, pieceLength);
  }

  parse(document: ChunkedText, maxResponses: number): Part[] {
    const isNew = this.renewStates();
    const pieces = this.cache.read(document, maxResponses);
    if (isNew) {
      this.statesAtStart = this.start.familySize;
    }
    return this.assemble(pieces, document);
  }

  /** The envelopes of a piece are made when it is its turn. */
  *scan(text: string, entry: NestingState, isLast: boolean): Iterable<JsonPiece> {
    let end = 0;
    for (const piece of scanStructure({ text, entry, isLast }, this.structure)) {
      const own = text.slice(end, end + piece.length);
      end += piece.length;
      const { envelopes, rest } = extractCompleteEnvelopes(own, piece, this.options);
      const embedded = this.strings.inJson(own);
      yield {
        text: own,
        entry: piece.entry,
        exit: piece.exit,
        isLast: piece.isLast,
        isEmpty: isEmptyTape(piece.tape) && embedded.length === 0,
        responses: envelopes.length + embedded.length,
        tape: piece.tape,
        rest,
        found: envelopes.length,
        own: contentOf(own, envelopes),
        embedded: contentOf(own, embedded),
      };
    }
  }

  /** Starts a full scan once too many states are no longer in the text: states can only be dropped together. */
  private renewStates(): boolean {
    const { familySize } = this.start;
    if (familySize > 2 * this.statesAtStart + maxStaleStates) {
      this.start = NestingState.outermost();
      return true;
    }
    return familySize === 1;
  }

  /** The parts of single pieces, and one for what reaches beyond a piece. */
  private assemble(pieces: readonly Placed<JsonPiece>[], document: ChunkedText): Part[] {
    const collected = new AcrossPieces(this.options);
    const parts: Part[] = [];
    for (const { base, piece } of pieces) {
      collected.add(piece, base);
      if (piece.found > 0) {
        parts.push({ offset: base, content: piece.own });
      }
    }
    const across = collected.conclude(document.chunks[0]?.text ?? '', document.length);
    if (!isEmpty(across)) {
      parts.push({ offset: 0, content: { text: document, parsed: across } });
    }
    return [...parts, ...embeddedParts(pieces, across)];
  }
}

/** The envelopes in strings outside of payloads. `across` has the envelopes that reach beyond a piece. */
export function embeddedParts(pieces: readonly Placed<JsonPiece>[], across: ParsedText): Part[] {
  const parts: Part[] = [];
  const payloads = payloadsOf(across.envelopes);
  for (const { base, piece } of pieces) {
    const { text, own, embedded } = piece;
    const found = embedded.parsed.envelopes;
    if (found.length > 0) {
      const ownPayloads = payloadsOf(own.parsed.envelopes);
      const envelopes = found.filter(
        ({ span }) => !isInside(ownPayloads, span.offset) && !isInside(payloads, base + span.offset),
      );
      // Results are cached by content, so a subset needs its own.
      const content = envelopes.length === found.length ? embedded : contentOf(text, envelopes);
      if (envelopes.length > 0) {
        parts.push({ offset: base, content });
      }
    }
  }
  return parts;
}

function isEmptyTape({ length, firstBreak, isTooDeep }: Tape): boolean {
  return length === 0 && !firstBreak && !isTooDeep;
}

function contentOf(text: string, envelopes: readonly Envelope[]): Content {
  return { text, parsed: { envelopes, breaks: [], missingResponses: [] } };
}
