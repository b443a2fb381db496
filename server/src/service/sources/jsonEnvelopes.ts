import {
  isObject,
  type Envelope,
  type JsonObject,
  type JsonValue,
  type Member,
  type SourceKind,
  type Span,
  type Text,
  type ValueKind,
} from '../envelope';
import { exactMember, fixedNameOf, memberOf } from './spelling';
import { entrySize, kindOf, Op, opOf, type Tape } from './tape';

export interface EnvelopeOptions {
  readonly source: SourceKind;
  /** The user says that the document is a response: an object under `Response` is one, whatever it holds. */
  readonly declared: boolean;
  /** Where the scanned text begins in the document. */
  readonly base: number;
}

export interface EnvelopesOfTape {
  readonly envelopes: Envelope[];
  /** The last object at the top of the text, where the tape has it. */
  readonly root: JsonObject | undefined;
  readonly rootBroken: boolean;
}

interface OpenObject {
  readonly node: { kind: ValueKind; span: Span; members: Member[] };
  /** How many envelopes, and how many breaks, there were when it opened. */
  readonly envelopesBefore: number;
  readonly breaksBefore: number;
}

/** Reads envelopes off a tape. `text` is what was scanned. */
export function readEnvelopes(text: string, tape: Tape, options: EnvelopeOptions): EnvelopesOfTape {
  const { entries } = tape;
  const open: OpenObject[] = [];
  const envelopes: Envelope[] = [];
  let breaks = 0;
  let root: JsonObject | undefined;
  let rootBroken = false;

  const span = (start: number, end: number): Span => ({ offset: options.base + start, length: end - start });

  const push = (kind: ValueKind, start: number): OpenObject['node'] => {
    const node = { kind, span: span(start, start), members: [] };
    open.push({ node, envelopesBefore: envelopes.length, breaksBefore: breaks });
    return node;
  };

  const pop = (end: number): void => {
    const closed = open.pop();
    if (!closed) {
      return;
    }
    closed.node.span = { ...closed.node.span, length: options.base + end - closed.node.span.offset };
    if (closed.node.kind !== 'object') {
      return;
    }
    const node = closed.node as JsonObject;
    const broken = breaks > closed.breaksBefore;
    const wrapper = wrapperOf(node, options.declared && envelopes.length === closed.envelopesBefore);
    if (wrapper) {
      dropInside(envelopes, closed.envelopesBefore, wrapper.response.span);
      envelopes.push(createEnvelope(options.source, node, wrapper.member, wrapper.response, broken));
    }
    if (open.length === 0) {
      root = node;
      rootBroken = broken;
    }
  };

  for (let index = 0; index < entries.length; index += entrySize) {
    const code = entries[index] ?? 0;
    const [a = 0, b = 0, c = 0, d = 0] = [
      entries[index + 1],
      entries[index + 2],
      entries[index + 3],
      entries[index + 4],
    ];
    switch (opOf(code)) {
      case Op.Open:
        push('object', a);
        break;
      case Op.Member: {
        const kind = kindOf(code);
        const members = open.at(-1)?.node.members;
        const value: JsonValue = d < 0 ? push(kind, c) : { kind, span: span(c, d) };
        const member = { key: decode(text, a, b), name: span(a, b), value };
        members?.push(kind === 'string' && fixedNameOf(member.key) ? { ...member, text: decode(text, c, d) } : member);
        break;
      }
      case Op.End:
        pop(a);
        break;
      case Op.Break:
        breaks++;
        break;
    }
  }
  while (open.length > 0) {
    pop(text.length);
  }
  envelopes.sort((one, other) => one.span.offset - other.span.offset);
  return { envelopes, root, rootBroken };
}

/** An envelope found inside the payload of another is no envelope. */
function dropInside(envelopes: Envelope[], from: number, payload: Span): void {
  const end = payload.offset + payload.length;
  let kept = from;
  for (let index = from; index < envelopes.length; index++) {
    const envelope = envelopes[index];
    if (envelope && (envelope.span.offset < payload.offset || envelope.span.offset >= end)) {
      envelopes[kept++] = envelope;
    }
  }
  envelopes.length = kept;
}

/** The member that makes an object an envelope. With `lenient`, any object under any spelling of `Response` does. */
function wrapperOf(node: JsonObject, lenient: boolean): { member: Member; response: JsonObject } | undefined {
  const member = lenient ? memberOf(node, 'Response') : exactMember(node, 'Response');
  if (member && isObject(member.value) && (lenient || isRecognisable(member.value))) {
    return { member, response: member.value };
  }
  return undefined;
}

/** What tells Tencent Cloud's `Response` from other vendors': a RequestId, or an `Error` with `Code` or `Message`. */
export function isRecognisable(response: JsonObject): boolean {
  if (memberOf(response, 'RequestId')) {
    return true;
  }
  const error = exactMember(response, 'Error')?.value;
  return error !== undefined && isObject(error) && !!(exactMember(error, 'Code') ?? exactMember(error, 'Message'));
}

/** Builds an envelope. Without a wrapper, root and response are the same object. */
export function createEnvelope(
  source: SourceKind,
  root: JsonObject,
  wrapper: Member | undefined,
  response: JsonObject,
  broken: boolean,
): Envelope {
  const error = memberOf(response, 'Error');
  const errorObject = error && isObject(error.value) ? error.value : undefined;
  const failed = error !== undefined && error.value.kind !== 'null';
  return {
    source,
    status: failed ? 'failure' : 'success',
    span: root.span,
    code: errorObject && textOf(memberOf(errorObject, 'Code')),
    message: errorObject && textOf(memberOf(errorObject, 'Message')),
    requestId: textOf(requestIdOf(root, response, errorObject)),
    shape: { root, response, error, wrapper, broken },
  };
}

function requestIdOf(root: JsonObject, response: JsonObject, error: JsonObject | undefined): Member | undefined {
  return memberOf(response, 'RequestId') ?? memberOf(root, 'RequestId') ?? (error && memberOf(error, 'RequestId'));
}

function textOf(member: Member | undefined): Text | undefined {
  return member?.text === undefined ? undefined : { value: member.text, span: member.value.span };
}

/** The string that a token stands for; of a broken token, what is there. */
function decode(text: string, start: number, end: number): string {
  const token = text.slice(start, end);
  const inner = token.slice(1, token.length > 1 && token.endsWith('"') ? -1 : undefined);
  if (!inner.includes('\\')) {
    return inner;
  }
  try {
    return String(JSON.parse(token));
  } catch {
    return inner;
  }
}
