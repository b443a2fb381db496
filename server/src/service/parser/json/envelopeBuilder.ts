import type { Span } from '../../base/span';
import { createEnvelope, isRecognisable } from '../../envelope/createEnvelope';
import {
  isObject,
  type Envelope,
  type JsonObject,
  type JsonValue,
  type Member,
  type SourceKind,
  type ValueKind,
} from '../../envelope/envelope';
import { exactMember, exactNameAt, fixedNameOf, memberOf } from '../../envelope/spelling';
import { entrySize, kindOf, Op, opOf } from './tape';

export interface EnvelopeOptions {
  readonly source: SourceKind;
  /** The document is declared to be a response: any object under `Response` is one. */
  readonly declared: boolean;
}

interface OpenNode {
  readonly kind: ValueKind;
  span: Span;
  readonly members: Member[];
}

/** The stack of open objects and containers, one array per field: a text may nest a million of them. */
class OpenObjects {
  /** Created on demand: most objects have no relevant members. */
  readonly nodes: (OpenNode | undefined)[] = [];
  /** The start offset; for the root object its bitwise complement. */
  readonly starts: number[] = [];
  /** The number of envelopes and breaks when it opened. */
  readonly envelopes: number[] = [];
  readonly breaks: number[] = [];
}

/** Builds envelopes from tapes, which may come in pieces. */
export class EnvelopeBuilder {
  readonly envelopes: Envelope[] = [];
  /** The last root object, if it is on the tape. */
  root: JsonObject | undefined;
  rootBroken = false;
  private readonly open = new OpenObjects();
  /** Objects that contain envelopes; only used in declared documents. */
  private readonly holders = new Set<JsonValue>();
  private breaks = 0;

  /** `detached`: copies names and values, so that they do not keep the scanned text alive. */
  constructor(
    private readonly options: EnvelopeOptions,
    private readonly detached = false,
  ) {}

  /** Adds the entries of a tape from an index on. `text` is the scanned text, and `base` its offset in the document. */
  add(entries: readonly number[], from: number, text: string, base: number): void {
    const span = (start: number, end: number): Span => ({ offset: base + start, length: end - start });
    for (let index = from; index < entries.length; index += entrySize) {
      const code = entries[index] ?? 0;
      const a = entries[index + 1] ?? 0;
      switch (opOf(code)) {
        case Op.Open:
          this.push(entries[index + 2] === 1 ? ~(base + a) : base + a, undefined);
          break;
        case Op.Member: {
          const kind = kindOf(code);
          const name = span(a, entries[index + 2] ?? 0);
          const start = entries[index + 3] ?? 0;
          const end = entries[index + 4] ?? 0;
          const members = this.innermost()?.members;
          const value = end < 0 ? nodeAt(kind, base + start) : { kind, span: span(start, end) };
          const exact = exactNameAt(text, a + 1, name.length - 2);
          const key = exact ?? this.decode(text, a, a + name.length);
          const fixed = fixedNameOf(key);
          const isText = kind === 'string' && fixed !== undefined;
          members?.push(
            isText ? { key, fixed, name, value, text: this.decode(text, start, end) } : { key, fixed, name, value },
          );
          if ('members' in value) {
            this.push(base + start, value);
          }
          break;
        }
        case Op.End:
          this.pop(base + a);
          break;
        case Op.Break:
          this.breaks++;
          break;
      }
    }
  }

  /** Closes everything that is open at the end of the text, and sorts the envelopes. */
  finish(end: number): void {
    while (this.open.starts.length > 0) {
      this.pop(end);
    }
    this.envelopes.sort((one, other) => one.span.offset - other.span.offset);
  }

  private decode(text: string, start: number, end: number): string {
    const decoded = decode(text, start, end);
    return this.detached ? copyOf(decoded) : decoded;
  }

  private push(start: number, node: OpenNode | undefined): void {
    const { open } = this;
    open.nodes.push(node);
    open.starts.push(start);
    open.envelopes.push(this.envelopes.length);
    open.breaks.push(this.breaks);
  }

  private innermost(): OpenNode | undefined {
    const { nodes, starts } = this.open;
    const last = nodes.length - 1;
    return last < 0 ? undefined : (nodes[last] ??= nodeAt('object', offsetOf(starts[last] ?? 0)));
  }

  private pop(end: number): void {
    const { open } = this;
    const start = open.starts.pop();
    const known = open.nodes.pop();
    const envelopesBefore = open.envelopes.pop() ?? 0;
    const breaksBefore = open.breaks.pop() ?? 0;
    if (start === undefined || (!known && start >= 0)) {
      return;
    }
    const node = known ?? nodeAt('object', offsetOf(start));
    node.span = { offset: node.span.offset, length: end - node.span.offset };
    if (node.kind === 'object') {
      this.close(node as JsonObject, start < 0, envelopesBefore, this.breaks > breaksBefore);
    }
  }

  /** Closes an object. `envelopesBefore`: the number of envelopes when it opened. */
  private close(node: JsonObject, isRoot: boolean, envelopesBefore: number, isBroken: boolean): void {
    const wrapper = this.wrapperOf(node);
    if (wrapper) {
      this.dropInside(envelopesBefore, wrapper.response.span);
      this.envelopes.push(
        createEnvelope({
          source: this.options.source,
          root: node,
          wrapper: wrapper.member,
          response: wrapper.response,
          broken: isBroken,
        }),
      );
    }
    if (this.options.declared && this.envelopes.length > envelopesBefore) {
      this.holders.add(node);
    }
    if (isRoot) {
      this.root = node;
      this.rootBroken = isBroken;
    }
  }

  /** Drops envelopes found inside the payload of another one. */
  private dropInside(from: number, payload: Span): void {
    const { envelopes } = this;
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

  /** The member that makes an object an envelope. In a declared document any object under `Response` does. */
  private wrapperOf(node: JsonObject): { member: Member; response: JsonObject } | undefined {
    const { declared } = this.options;
    const member = declared ? memberOf(node, 'Response') : exactMember(node, 'Response');
    if (!member || !isObject(member.value)) {
      return undefined;
    }
    const response = member.value;
    const isEnvelope = declared
      ? !this.holders.has(response) || (member.key === 'Response' && isRecognisable(response))
      : isRecognisable(response);
    return isEnvelope ? { member, response } : undefined;
  }
}

function nodeAt(kind: ValueKind, offset: number): OpenNode {
  return { kind, span: { offset, length: 0 }, members: [] };
}

function offsetOf(start: number): number {
  return start < 0 ? ~start : start;
}

/** Decodes a string token. A broken token is returned as written. */
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

/** An equal string with memory of its own: V8 makes a slice a reference into the text it was taken from. */
function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}
