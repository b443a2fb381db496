import type { Break, ParsedText } from '../envelope/envelope';
import { conclude, type JsonOptions } from '../parser/json/conclude';
import { EnvelopeBuilder } from '../parser/json/envelopeBuilder';
import { breakOf } from '../parser/json/jsonParser';
import type { ScannedPiece } from '../parser/json/scannedPiece';

/** What `AcrossPieces` needs of a piece of JSON. */
export interface ReducedPiece extends Pick<ScannedPiece, 'tape'> {
  readonly text: string;
  /** The tape entries of objects that reach beyond the piece. */
  readonly rest: readonly number[];
  /** The number of envelopes inside the piece. */
  readonly found: number;
}

/** Collects from all pieces of a JSON text, in order, what reaches beyond one piece. */
export class AcrossPieces {
  private readonly builder: EnvelopeBuilder;
  private found = 0;
  private firstBreak: Break | undefined;
  private isTooDeep = false;

  /** `detached`: the text is not kept, so nothing collected may hold on to it. */
  constructor(
    private readonly options: JsonOptions,
    detached = false,
  ) {
    this.builder = new EnvelopeBuilder(options, detached);
  }

  /** Adds a piece that begins at an offset of the text. */
  add({ text, rest, found, tape }: ReducedPiece, base: number): void {
    this.builder.add(rest, 0, text, base);
    this.found += found;
    this.firstBreak ??= breakOf(tape, base);
    this.isTooDeep ||= tape.isTooDeep;
  }

  /** The result, after the last piece. `beginning` is some of the text, up to the end of its first token or further. */
  conclude(beginning: string, length: number): ParsedText {
    const { builder, found, firstBreak, isTooDeep } = this;
    builder.finish(length);
    return conclude({ builder, found, firstBreak, isTooDeep, text: beginning, base: 0 }, this.options);
  }
}
