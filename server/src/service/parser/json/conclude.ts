import { createScanner, SyntaxKind } from 'jsonc-parser';
import { createEnvelope, isRecognisable, isUnwrappedFailure } from '../../envelope/createEnvelope';
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

/** The options of parsing a JSON text. */
export interface JsonOptions extends EnvelopeOptions {
  /** Comments and trailing commas are allowed. */
  readonly comments: boolean;
  /** A failure may lack its `Response`. */
  readonly unwrapped: boolean;
  /** Report invalid JSON; off if the editor does so itself. */
  readonly reportBreaks: boolean;
}

/** The state after scanning a whole JSON text. */
export interface ScannedText {
  /** Has the envelopes, except those found in single pieces. */
  readonly builder: EnvelopeBuilder;
  /** The number of envelopes found in single pieces. */
  readonly found: number;
  readonly firstBreak: Break | undefined;
  readonly isTooDeep: boolean;
  /** The beginning of the text, and its offset. */
  readonly text: string;
  readonly base: number;
}

/** The result for a text, except for the envelopes found in single pieces. */
export function conclude(scanned: ScannedText, options: JsonOptions): ParsedText {
  const { builder, found, firstBreak } = scanned;
  const isWrapped = found + builder.envelopes.length > 0;
  const envelopes = isWrapped ? builder.envelopes : unwrapped(builder, options);
  // Do not report a missing response if the break may hide it, or is inside it.
  const mayHide = firstBreak !== undefined && (envelopes[0]?.shape?.broken ?? true);
  const isMissing = options.declared && !isWrapped && !mayHide;
  const reportsBreak = options.reportBreaks && (options.declared || found + envelopes.length > 0);
  return {
    envelopes,
    breaks: firstBreak && reportsBreak ? [firstBreak] : [],
    missingResponses: isMissing ? missingResponses(scanned, options) : [],
    ...(scanned.isTooDeep ? { tooDeep: true } : {}),
  };
}

/** The root itself as the content of a `Response`, if it looks like one. */
function unwrapped({ root, rootBroken }: EnvelopeBuilder, options: JsonOptions): Envelope[] {
  const { source, declared } = options;
  if (!root || memberOf(root, 'Response')) {
    return [];
  }
  const isEnvelope = declared ? isRecognisable(root) : options.unwrapped && isUnwrappedFailure(root);
  return isEnvelope ? [createEnvelope({ source, root, wrapper: undefined, response: root, broken: rootBroken })] : [];
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
