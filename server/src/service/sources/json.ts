import { createScanner, SyntaxKind } from 'jsonc-parser';
import { isObject, type DocumentFault, type ResponseDocument, type SourceKind } from '../envelope';
import { createEnvelope, isRecognisable, readEnvelopes, type EnvelopesOfTape } from './jsonEnvelopes';
import { scanStructure } from './jsonStructure';
import { memberOf } from './spelling';
import { Tape } from './tape';

export interface JsonOptions {
  readonly source: SourceKind;
  readonly comments: boolean;
  /** The user says that the document is a response. */
  readonly declared: boolean;
  /** An envelope may lack its `Response`, as in what `tccli` prints. */
  readonly unwrapped: boolean;
  /** Where the text begins in the document. */
  readonly base: number;
}

const byteOrderMark = 0xfeff;

/** Finds the envelopes of one JSON text: any number, at any depth. */
export function readJson(text: string, options: JsonOptions): ResponseDocument {
  const { declared, base } = options;
  const tape = new Tape();
  const start = text.charCodeAt(0) === byteOrderMark ? 1 : 0;
  const mayBeUnwrapped = declared || options.unwrapped;
  scanStructure(text, start, { comments: options.comments, anySpelling: declared, unwrapped: mayBeUnwrapped }, tape);
  const found = readEnvelopes(text, tape, options);
  const wrapped = found.envelopes.length > 0;
  const envelopes = wrapped || !mayBeUnwrapped ? found.envelopes : unwrappedEnvelope(found, options);
  const broken = tape.firstBreak;
  // Where the break may hide the envelope, or lies in it, nothing is said to be missing.
  const mayHide = broken !== undefined && (envelopes[0]?.shape.broken ?? true);
  const faults = declared && !wrapped && !mayHide ? declaredFaults(text, start, found, options) : [];
  const breaks =
    broken && (declared || envelopes.length > 0)
      ? [{ span: { offset: base + broken.offset, length: broken.length }, reason: broken.reason }]
      : [];
  return { envelopes, breaks, faults };
}

/** The root itself as the inside of a `Response`, where it looks like one. */
function unwrappedEnvelope({ root, rootBroken }: EnvelopesOfTape, options: JsonOptions): ResponseDocument['envelopes'] {
  return root && !memberOf(root, 'Response') && isRecognisable(root)
    ? [createEnvelope(options.source, root, undefined, root, rootBroken)]
    : [];
}

function declaredFaults(text: string, start: number, found: EnvelopesOfTape, options: JsonOptions): DocumentFault[] {
  const response = found.root && memberOf(found.root, 'Response');
  if (response && !isObject(response.value)) {
    const { kind, span } = response.value;
    return [{ rule: 'response-not-object', span: kind === 'array' ? { ...span, length: 1 } : span }];
  }
  if (options.unwrapped && found.root && isRecognisable(found.root)) {
    return [];
  }
  const scanner = createScanner(text, true);
  scanner.setPosition(start);
  const token = scanner.scan();
  const length = token === SyntaxKind.EOF ? 0 : scanner.getTokenLength();
  return [{ rule: 'missing-response', span: { offset: options.base + scanner.getTokenOffset(), length } }];
}
