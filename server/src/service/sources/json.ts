import { createScanner, SyntaxKind } from 'jsonc-parser';
import {
  isObject,
  type Break,
  type DocumentFault,
  type Envelope,
  type JsonObject,
  type ResponseDocument,
} from '../envelope';
import type { ChunkedText } from '../text/chunkedText';
import { rescan, type PieceScanner, type Scanned } from '../text/rescan';
import { createEnvelope, isRecognisable } from './createEnvelope';
import { EnvelopeReader, type EnvelopeOptions } from './envelopeReader';
import { Frame } from './frame';
import { scanStructure } from './jsonStructure';
import type { DocumentReader, Part, PartMemory } from './reader';
import { reduceTape, type ReducedPiece } from './reduceTape';
import type { ScannedPiece } from './scannedPiece';
import { memberOf } from './spelling';

export interface JsonOptions extends EnvelopeOptions {
  /** Comments and trailing commas are allowed. */
  readonly comments: boolean;
  /** An envelope may lack its `Response`, as in what `tccli` prints. */
  readonly unwrapped: boolean;
  /** UTF-16 units that a piece has at the least. */
  readonly pieceLength: number;
}

/** What is known of a chunk of JSON. */
interface JsonPiece extends Scanned<Frame>, Pick<ScannedPiece, 'tape'> {
  readonly text: string;
  readonly reduced: ReducedPiece;
  /** What the piece says on its own. */
  readonly responses: ResponseDocument;
  readonly memory: PartMemory;
  /** Nothing in it matters to an envelope, as in most of a large payload. */
  readonly saysNothing: boolean;
}

const byteOrderMark = '\ufeff';

/** Finds the envelopes of one JSON text: any number, at any depth. */
export class JsonReader implements DocumentReader, PieceScanner<Frame, JsonPiece> {
  readonly start = Frame.outermost();

  constructor(private readonly options: JsonOptions) {}

  read(document: ChunkedText): Part[] {
    return this.assemble(rescan(document, this));
  }

  /** Reads a text that will not change. */
  readText(text: string): Part[] {
    return this.assemble(this.scan(text, this.start, true));
  }

  scan(text: string, entry: Frame, isLast: boolean): JsonPiece[] {
    const { options } = this;
    const mayBeUnwrapped = options.declared || options.unwrapped;
    const begin = entry === this.start && text.startsWith(byteOrderMark) ? 1 : 0;
    let end = 0;
    return scanStructure(text, begin, entry, isLast, {
      comments: options.comments,
      anySpelling: options.declared,
      unwrapped: mayBeUnwrapped,
      pieceLength: options.pieceLength,
    }).map((piece) => {
      const own = text.slice(end, end + piece.length);
      end += piece.length;
      const reduced = reduceTape(own, piece, options);
      return {
        ...piece,
        text: own,
        reduced,
        responses: { envelopes: reduced.envelopes, breaks: [], faults: [] },
        memory: {},
        saysNothing: piece.tape.length === 0 && !piece.tape.firstBreak,
      };
    });
  }

  /** The parts of single pieces, and one of what reaches beyond a piece. */
  private assemble(pieces: readonly JsonPiece[]): Part[] {
    const { options } = this;
    const reader = new EnvelopeReader(options);
    const parts: Part[] = [];
    let base = 0;
    let found = 0;
    let broken: Break | undefined;
    for (const piece of pieces) {
      if (!piece.saysNothing) {
        const { text, reduced, tape, responses, memory } = piece;
        reader.read(reduced.rest, 0, reduced.rest.length, text, base);
        if (responses.envelopes.length > 0) {
          parts.push({ base, text, responses, memory });
          found += responses.envelopes.length;
        }
        if (!broken && tape.firstBreak) {
          const { offset, reason } = tape.firstBreak;
          broken = { span: { offset: base + offset, length: tape.firstBreak.length }, reason };
        }
      }
      base += piece.length;
    }
    reader.finish(base);
    const wrapped = found + reader.envelopes.length > 0;
    const envelopes = wrapped ? reader.envelopes : this.unwrapped(reader);
    // Where the break may hide the envelope, or lies in it, nothing is said to be missing.
    const mayHide = broken !== undefined && (envelopes[0]?.shape.broken ?? true);
    const faults = options.declared && !wrapped && !mayHide ? this.faults(pieces[0]?.text ?? '', reader.root) : [];
    const breaks = broken && (options.declared || found + envelopes.length > 0) ? [broken] : [];
    if (envelopes.length + breaks.length + faults.length > 0) {
      parts.push({ base: 0, text: sliceable(pieces), responses: { envelopes, breaks, faults }, memory: {} });
    }
    return parts;
  }

  /** The root itself as the inside of a `Response`, where it looks like one. */
  private unwrapped({ root, rootBroken }: EnvelopeReader): Envelope[] {
    const { declared, unwrapped, source } = this.options;
    return (declared || unwrapped) && root && !memberOf(root, 'Response') && isRecognisable(root)
      ? [createEnvelope(source, root, undefined, root, rootBroken)]
      : [];
  }

  private faults(text: string, root: JsonObject | undefined): DocumentFault[] {
    const response = root && memberOf(root, 'Response');
    if (response && !isObject(response.value)) {
      const { kind, span } = response.value;
      return [{ rule: 'response-not-object', span: kind === 'array' ? { ...span, length: 1 } : span }];
    }
    if (this.options.unwrapped && root && isRecognisable(root)) {
      return [];
    }
    const scanner = createScanner(text, true);
    scanner.setPosition(text.startsWith(byteOrderMark) ? 1 : 0);
    const token = scanner.scan();
    const length = token === SyntaxKind.EOF ? 0 : scanner.getTokenLength();
    return [{ rule: 'missing-response', span: { offset: scanner.getTokenOffset(), length } }];
  }
}

/** The text of pieces, put together only where somebody asks for it. */
function sliceable(pieces: readonly JsonPiece[]): Part['text'] {
  let whole: string | undefined;
  return {
    slice(start, end) {
      whole ??= pieces.map(({ text }) => text).join('');
      return whole.slice(start, end);
    },
  };
}
