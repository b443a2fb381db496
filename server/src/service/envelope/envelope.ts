/**
 * The types shared by everything else: an API response as found in a text.
 * All offsets and lengths are UTF-16 units from the start of the document.
 */
import type { Span } from '../base/span';

/** A decoded string, and the span of its token, quotes included. */
export interface Text {
  readonly value: string;
  readonly span: Span;
}

/** The type of a JSON value; `invalid` is a token that is not JSON, such as `None`. */
export type ValueKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null' | 'invalid';

export interface JsonValue {
  readonly kind: ValueKind;
  readonly span: Span;
}

/** A member of an object that matters to an envelope. Objects list their members, payloads do not. */
export interface Member {
  readonly key: string;
  /** The fixed member that the key stands for, in any spelling. */
  readonly fixed: FixedName | undefined;
  /** The span of the name, quotes included. */
  readonly name: Span;
  readonly value: JsonValue | JsonObject;
  /** The decoded text, if the value is a string. */
  readonly text?: string;
}

export interface JsonObject extends JsonValue {
  readonly kind: 'object';
  readonly members: readonly Member[];
}

/** The five names defined by the contract (documentation of Tencent Cloud API 3.0, "Responses"). */
export type FixedName = 'Response' | 'Error' | 'Code' | 'Message' | 'RequestId';

/**
 * Where an envelope was found. `text`: a JSON body in a log, in prose or in Markdown. `embedded`: inside a string of
 * JSON or YAML, or in another notation than JSON; offsets refer to the text as written, escapes included.
 */
export type SourceKind = 'json' | 'jsonl' | 'sdk-text' | 'http' | 'text' | 'embedded';

/** The JSON objects of an envelope, for rules that check their form. */
export interface Shape {
  /** The object that contains `Response`. Only members named like `Response` or `RequestId` are kept. */
  readonly root: JsonObject;
  /** The value of `Response`, with all its direct members; the root itself if the envelope is unwrapped. */
  readonly response: JsonObject;
  /** The member `Error` of the response, in any spelling. */
  readonly error: Member | undefined;
  /** The member of the root that contains the response; undefined if the envelope is unwrapped. */
  readonly wrapper: Member | undefined;
  /** The root is cut off or not valid JSON, so members may only seem to be missing. */
  readonly broken: boolean;
}

export interface Envelope {
  readonly source: SourceKind;
  /** Failure when `Error` is present and not null (documentation: "The presence of the Error field indicates…"). */
  readonly status: 'success' | 'failure';
  readonly span: Span;
  /** `Error.Code`, decoded but not trimmed; undefined on success or if it is not a string. */
  readonly code: Text | undefined;
  readonly message: Text | undefined;
  /** The correct one, else a misspelled one, else a misplaced one. */
  readonly requestId: Text | undefined;
  /** Undefined for the exception text of an SDK, which is not JSON. */
  readonly shape: Shape | undefined;
  /** The string that contains an embedded envelope, or the object in another notation. */
  readonly holder?: Span | undefined;
}

/** An envelope that is JSON, so that its form can be checked. */
export interface JsonEnvelope extends Envelope {
  readonly shape: Shape;
}

/** The first place where a document, or a line of JSON Lines, is not valid JSON. */
export interface Break {
  readonly span: Span;
  readonly reason: BreakReason;
}

export type BreakReason =
  | 'unexpected-end'
  | 'unexpected-token'
  | 'unknown-token'
  | 'comment'
  | 'trailing-comma'
  | 'unclosed-string'
  | 'unclosed-comment'
  | 'bad-escape'
  | 'bad-number'
  | 'control-character';

/** A declared document, or a line of one, without a response. */
export interface MissingResponse {
  /** Whether there is no member `Response`, or one that is not an object. */
  readonly found: 'no-response' | 'not-an-object';
  readonly span: Span;
}

/** The API responses of a text, and its problems as a whole. */
export interface ParsedText {
  /** In the order of the text. */
  readonly envelopes: readonly Envelope[];
  readonly breaks: readonly Break[];
  readonly missingResponses: readonly MissingResponse[];
  /** Members called `Response` were not searched, since too many are around them. */
  readonly tooDeep?: true;
}

export function isJsonEnvelope(envelope: Envelope): envelope is JsonEnvelope {
  return envelope.shape !== undefined;
}

export function isObject(value: JsonValue | JsonObject): value is JsonObject {
  return value.kind === 'object' && 'members' in value;
}
