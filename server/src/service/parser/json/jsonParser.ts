import { touches } from '../../base/span';
import { createScanner, SyntaxKind } from 'jsonc-parser';
import {
  isObject,
  type Break,
  type MissingResponse,
  type Envelope,
  type JsonObject,
  type ParsedText,
} from '../../envelope/envelope';
import type { ChunkedText } from '../../incremental/chunkedText';
import { Pieces, type PieceScanner, type Placed, type Scanned } from '../../incremental/pieces';
import { createEnvelope, isRecognisable } from '../../envelope/createEnvelope';
import { EnvelopeReader, type EnvelopeOptions } from './envelopeBuilder';
import { shiftEnvelope } from '../../envelope/mapEnvelope';
import { Frame } from './nestingState';
import type { EmbeddedReader } from '../embedded/embeddedParser';
import { scanStructure } from './structureScanner';
import type { DocumentReader, Part, PartMemory } from '../../document/reader';
import { reduceTape, type ReducedPiece } from '../../incremental/completeEnvelopes';
import type { ScannedPiece, StructureOptions } from './scannedPiece';
import { memberOf } from '../../envelope/spelling';
import type { Tape } from './tape';

export interface JsonOptions extends EnvelopeOptions {
  /** Comments and trailing commas are allowed. */
  readonly comments: boolean;
  /** An envelope may lack its `Response`, as in what `tccli` prints. */
  readonly unwrapped: boolean;
  /** UTF-16 units that a piece has at the least. */
  readonly pieceLength: number;
  /** Reads what strings hold; without it nothing is looked for in them. */
  readonly embedded?: EmbeddedReader | undefined;
}

/** What is known of a chunk of JSON. */
interface JsonPiece extends Scanned<Frame>, Pick<ScannedPiece, 'tape'> {
  readonly reduced: ReducedPiece;
  /** What the piece says on its own. */
  readonly responses: ParsedText;
  readonly memory: PartMemory;
  /** What its strings hold, wherever they are, and what others computed from that. */
  readonly embedded: readonly Envelope[];
  readonly embeddedMemory: PartMemory;
}

/** Frames that a document may leave behind before they are worth a new scan: some 10 MB. */
const spareFrames = 100_000;

const byteOrderMark = '\ufeff';

/** Finds the envelopes of one JSON text: any number, at any depth but below `deepestMember` (jsonStructure.ts). */
export class JsonReader implements DocumentReader, PieceScanner<Frame, JsonPiece> {
  start = Frame.outermost();
  /** How many frames the document had when it was last scanned from a new start. */
  private framesAtStart = 0;

  private readonly structure: StructureOptions;
  private readonly pieces = new Pieces(this);

  constructor(private readonly options: JsonOptions) {
    this.structure = {
      comments: options.comments,
      anySpelling: options.declared,
      unwrapped: options.declared || options.unwrapped,
      pieceLength: options.pieceLength,
    };
  }

  read(document: ChunkedText): Part[] {
    const isNew = this.renewFrames();
    const pieces = this.pieces.read(document);
    if (isNew) {
      this.framesAtStart = this.start.familySize;
    }
    return this.assemble(pieces, document);
  }

  /** Frames of nestings that have left the text are given up together: once they are many, all is scanned anew. */
  private renewFrames(): boolean {
    const { familySize } = this.start;
    if (familySize > 2 * this.framesAtStart + spareFrames) {
      this.start = Frame.outermost();
      return true;
    }
    return familySize === 1;
  }

  /** Reads a text that will not change, in one piece; offsets count from `base` before its beginning. */
  readText(text: string, base: number): ParsedText {
    this.renewFrames();
    const structure = { ...this.structure, pieceLength: Infinity };
    const reader = new EnvelopeReader(this.options);
    let broken: Break | undefined;
    for (const { tape } of scanStructure(text, beginOf(text), this.start, true, structure)) {
      reader.read(tape.entries, 0, tape.length, text, base);
      broken = breakOf(tape, base);
    }
    reader.finish(base + text.length);
    const found = this.conclude(reader, 0, broken, text, base);
    const embedded = this.options.embedded?.inJson(text) ?? [];
    if (embedded.length === 0) {
      return found;
    }
    const outside = outsideOf(
      found.envelopes,
      embedded.map((envelope) => shiftEnvelope(envelope, base)),
    );
    const envelopes = [...found.envelopes, ...outside].sort((one, other) => one.span.offset - other.span.offset);
    return { ...found, envelopes };
  }

  scan(text: string, entry: Frame, isLast: boolean): JsonPiece[] {
    const { options } = this;
    const begin = entry === this.start ? beginOf(text) : 0;
    let end = 0;
    return scanStructure(text, begin, entry, isLast, this.structure).map((piece) => {
      const own = text.slice(end, end + piece.length);
      end += piece.length;
      const reduced = reduceTape(own, piece, options);
      const embedded = options.embedded?.inJson(own) ?? [];
      return {
        text: own,
        entry: piece.entry,
        exit: piece.exit,
        isLast: piece.isLast,
        saysNothing: piece.tape.length === 0 && !piece.tape.firstBreak && embedded.length === 0,
        tape: piece.tape,
        reduced,
        responses: { envelopes: reduced.envelopes, breaks: [], missingResponses: [] },
        memory: {},
        embedded,
        embeddedMemory: {},
      };
    });
  }

  /** The parts of single pieces, and one of what reaches beyond a piece. */
  private assemble(pieces: readonly Placed<JsonPiece>[], document: ChunkedText): Part[] {
    const { options } = this;
    const reader = new EnvelopeReader(options);
    const parts: Part[] = [];
    let found = 0;
    let broken: Break | undefined;
    for (const { base, piece } of pieces) {
      const { text, reduced, tape, responses, memory } = piece;
      reader.read(reduced.rest, 0, reduced.rest.length, text, base);
      if (responses.envelopes.length > 0) {
        parts.push({ base, text, responses, memory });
        found += responses.envelopes.length;
      }
      broken ??= breakOf(tape, base);
    }
    reader.finish(document.length);
    const across = this.conclude(reader, found, broken, document.chunks[0]?.text ?? '', 0);
    if (across.envelopes.length + across.breaks.length + across.missingResponses.length > 0) {
      parts.push({ base: 0, text: document, responses: across, memory: {} });
    }
    return [...parts, ...embeddedParts(pieces, across.envelopes)];
  }

  /** What a text says beside the envelopes `found` in single pieces of it. `text` is its beginning, at `base`. */
  private conclude(
    reader: EnvelopeReader,
    found: number,
    broken: Break | undefined,
    text: string,
    base: number,
  ): ParsedText {
    const { declared } = this.options;
    const wrapped = found + reader.envelopes.length > 0;
    const envelopes = wrapped ? reader.envelopes : this.unwrapped(reader);
    // Where the break may hide the envelope, or lies in it, nothing is said to be missing.
    const mayHide = broken !== undefined && (envelopes[0]?.shape?.broken ?? true);
    const missingResponses = declared && !wrapped && !mayHide ? this.missingResponses(text, base, reader.root) : [];
    const breaks = broken && (declared || found + envelopes.length > 0) ? [broken] : [];
    return { envelopes, breaks, missingResponses };
  }

  /** The root itself as the inside of a `Response`, where it looks like one. */
  private unwrapped({ root, rootBroken }: EnvelopeReader): Envelope[] {
    const { declared, unwrapped, source } = this.options;
    return (declared || unwrapped) && root && !memberOf(root, 'Response') && isRecognisable(root)
      ? [createEnvelope(source, root, undefined, root, rootBroken)]
      : [];
  }

  private missingResponses(text: string, base: number, root: JsonObject | undefined): MissingResponse[] {
    const response = root && memberOf(root, 'Response');
    if (response && !isObject(response.value)) {
      const { kind, span } = response.value;
      return [{ found: 'not-an-object', span: kind === 'array' ? { ...span, length: 1 } : span }];
    }
    if (this.options.unwrapped && root && isRecognisable(root)) {
      return [];
    }
    const scanner = createScanner(text, true);
    scanner.setPosition(beginOf(text));
    const token = scanner.scan();
    const length = token === SyntaxKind.EOF ? 0 : scanner.getTokenLength();
    return [{ found: 'no-response', span: { offset: base + scanner.getTokenOffset(), length } }];
  }
}

/** What strings hold, but for those in payloads. `across` are the envelopes that reach beyond a piece. */
function embeddedParts(pieces: readonly Placed<JsonPiece>[], across: readonly Envelope[]): Part[] {
  const parts: Part[] = [];
  for (const { base, piece } of pieces) {
    const { text, embedded, embeddedMemory, responses } = piece;
    if (embedded.length > 0) {
      const around = [...responses.envelopes, ...across.map((envelope) => shiftEnvelope(envelope, -base))];
      const envelopes = outsideOf(around, embedded);
      // What was computed from all of them does not hold for some.
      const memory = envelopes.length === embedded.length ? embeddedMemory : {};
      if (envelopes.length > 0) {
        parts.push({ base, text, responses: { envelopes, breaks: [], missingResponses: [] }, memory });
      }
    }
  }
  return parts;
}

/** Those of the embedded envelopes that are in no response of others: what is in there is the action's own. */
function outsideOf(others: readonly Envelope[], embedded: readonly Envelope[]): Envelope[] {
  const payloads = others.flatMap(({ shape }) => (shape ? [shape.response.span] : []));
  return embedded.filter(({ span }) => !payloads.some((payload) => touches(payload, span.offset)));
}

/** Behind the byte order mark, which a file may begin with. */
function beginOf(text: string): number {
  return text.startsWith(byteOrderMark) ? 1 : 0;
}

function breakOf({ firstBreak }: Tape, base: number): Break | undefined {
  return (
    firstBreak && { span: { offset: base + firstBreak.offset, length: firstBreak.length }, reason: firstBreak.reason }
  );
}
