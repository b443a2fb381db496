import { createScanner, SyntaxKind } from 'jsonc-parser';
import { createEnvelope, isRecognisable } from '../../envelope/createEnvelope';
import {
  isObject,
  type Break,
  type Envelope,
  type JsonObject,
  type MissingResponse,
  type ParsedText,
} from '../../envelope/envelope';
import { memberOf } from '../../envelope/spelling';
import type { EnvelopeBuilder, EnvelopeOptions } from './envelopeBuilder';
import { startOf } from './scannedPiece';

/** How a JSON text is parsed. */
export interface JsonOptions extends EnvelopeOptions {
  /** Comments and trailing commas are allowed. */
  readonly comments: boolean;
  /** An envelope may lack its `Response`, as in what `tccli` prints. */
  readonly unwrapped: boolean;
  /** Report where the text is not JSON; off where the editor does so itself. */
  readonly reportBreaks: boolean;
}

/** What is known of a JSON text once all of it has been scanned. */
export interface ScannedText {
  /** Has the envelopes, but for those that were found in single pieces. */
  readonly builder: EnvelopeBuilder;
  /** How many envelopes were found in single pieces. */
  readonly found: number;
  readonly firstBreak: Break | undefined;
  /** The beginning of the text, and where that is in what offsets count from. */
  readonly text: string;
  readonly base: number;
}

/** What a text says beside the envelopes that were found in single pieces of it. */
export function conclude(scanned: ScannedText, options: JsonOptions): ParsedText {
  const { builder, found, firstBreak } = scanned;
  const isWrapped = found + builder.envelopes.length > 0;
  const envelopes = isWrapped ? builder.envelopes : unwrapped(builder, options);
  // Where the break may hide the envelope, or lies in it, nothing is said to be missing.
  const mayHide = firstBreak !== undefined && (envelopes[0]?.shape?.broken ?? true);
  const isMissing = options.declared && !isWrapped && !mayHide;
  const reportsBreak = options.reportBreaks && (options.declared || found + envelopes.length > 0);
  return {
    envelopes,
    breaks: firstBreak && reportsBreak ? [firstBreak] : [],
    missingResponses: isMissing ? missingResponses(scanned, options) : [],
  };
}

/** The root itself as the inside of a `Response`, where it looks like one. */
function unwrapped({ root, rootBroken }: EnvelopeBuilder, options: JsonOptions): Envelope[] {
  const { source } = options;
  return (options.declared || options.unwrapped) && root && !memberOf(root, 'Response') && isRecognisable(root)
    ? [createEnvelope({ source, root, wrapper: undefined, response: root, broken: rootBroken })]
    : [];
}

function missingResponses({ builder, text, base }: ScannedText, options: JsonOptions): MissingResponse[] {
  const root: JsonObject | undefined = builder.root;
  const response = root && memberOf(root, 'Response');
  if (response && !isObject(response.value)) {
    const { kind, span } = response.value;
    return [{ found: 'not-an-object', span: kind === 'array' ? { ...span, length: 1 } : span }];
  }
  if (options.unwrapped && root && isRecognisable(root)) {
    return [];
  }
  const scanner = createScanner(text, true);
  scanner.setPosition(startOf(text));
  const token = scanner.scan();
  const length = token === SyntaxKind.EOF ? 0 : scanner.getTokenLength();
  return [{ found: 'no-response', span: { offset: base + scanner.getTokenOffset(), length } }];
}
