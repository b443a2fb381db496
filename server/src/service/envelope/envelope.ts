/**
 * The words everything else speaks: what an API response looks like once it has been found in a text.
 * All offsets and lengths are UTF-16 code units from the start of the document.
 */
import type { Span } from '../base/span';

/** A string as its reader sees it (decoded), and the token that holds it (quotes included, where it has some). */
export interface Text {
  readonly value: string;
  readonly span: Span;
}

/** What a JSON value is; `invalid` is a token that JSON does not know, such as `None`. */
export type ValueKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null' | 'invalid';

export interface JsonValue {
  readonly kind: ValueKind;
  readonly span: Span;
}

/** One member of an object that an envelope cares about. Objects carry their own members, payloads carry none. */
export interface Member {
  readonly key: string;
  /** The fixed member that the key stands for, in whatever spelling. */
  readonly fixed: FixedName | undefined;
  /** The name's token, quotes included. */
  readonly name: Span;
  readonly value: JsonValue | JsonObject;
  /** The decoded text, where the value is a string. */
  readonly text?: string;
}

export interface JsonObject extends JsonValue {
  readonly kind: 'object';
  readonly members: readonly Member[];
}

/** The five names that the contract fixes (documentation of Tencent Cloud API 3.0, "Responses"). */
export type FixedName = 'Response' | 'Error' | 'Code' | 'Message' | 'RequestId';

/**
 * Where the text of an envelope was found. `text`: a JSON body in a log, in prose or in Markdown; `embedded`: inside a
 * string of JSON or YAML, where places count in the text as it is written there.
 */
export type SourceKind = 'json' | 'jsonl' | 'sdk-text' | 'http' | 'text' | 'embedded';

/** The JSON objects of an envelope, for whoever judges their form. */
export interface Shape {
  /** The object that holds `Response`; of its members only those named like `Response` or `RequestId` are kept. */
  readonly root: JsonObject;
  /** The value of `Response`, with all its direct members; the root itself where the envelope is unwrapped. */
  readonly response: JsonObject;
  /** The member `Error` of the response, also in another spelling. */
  readonly error: Member | undefined;
  /** The member of the root that holds the response; undefined where the envelope is unwrapped. */
  readonly wrapper: Member | undefined;
  /** The text breaks off, or is not JSON, somewhere inside the root: nothing can be said to be missing. */
  readonly broken: boolean;
}

export interface Envelope {
  readonly source: SourceKind;
  /** Failure when `Error` is present and not null (documentation: "The presence of the Error field indicates…"). */
  readonly status: 'success' | 'failure';
  readonly span: Span;
  /** `Error.Code` as decoded from the text, untrimmed; undefined on a success and where it is not a string. */
  readonly code: Text | undefined;
  readonly message: Text | undefined;
  /** The right one, else a misspelled, else a misplaced one. */
  readonly requestId: Text | undefined;
  /** Unset for the exception text of an SDK, which has no JSON. */
  readonly shape: Shape | undefined;
  /** The string that holds an embedded one. */
  readonly holder?: Span | undefined;
}

/** An envelope that is JSON, and whose form can be judged. */
export interface JsonEnvelope extends Envelope {
  readonly shape: Shape;
}

/** The first place at which a document (in JSON Lines: a line) is not JSON. */
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

/** A declared document, or a line of one, that has no response. */
export interface MissingResponse {
  /** What stands there: no member `Response` at all, or one that is not an object. */
  readonly found: 'no-response' | 'not-an-object';
  readonly span: Span;
}

/** Everything that a text says about API responses. */
export interface ParsedText {
  /** In the order of the text. */
  readonly envelopes: readonly Envelope[];
  readonly breaks: readonly Break[];
  readonly missingResponses: readonly MissingResponse[];
}

export function isJsonEnvelope(envelope: Envelope): envelope is JsonEnvelope {
  return envelope.shape !== undefined;
}

export function isObject(value: JsonValue | JsonObject): value is JsonObject {
  return value.kind === 'object' && 'members' in value;
}
