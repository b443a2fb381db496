import { shiftSpan, type Span } from '../base/span';
import {
  isObject,
  type Envelope,
  type JsonObject,
  type JsonValue,
  type Member,
  type Shape,
  type Text,
} from './envelope';

/** Moves all spans of an envelope by `delta` units. */
export function shiftEnvelope(envelope: Envelope, delta: number): Envelope {
  return delta === 0 ? envelope : mapEnvelope(envelope, (span) => shiftSpan(span, delta));
}

/** Maps all spans of an envelope. */
export function mapEnvelope(envelope: Envelope, mapSpan: (span: Span) => Span): Envelope {
  return {
    ...envelope,
    span: mapSpan(envelope.span),
    code: mapText(envelope.code, mapSpan),
    message: mapText(envelope.message, mapSpan),
    requestId: mapText(envelope.requestId, mapSpan),
    shape: envelope.shape && mapShape(envelope.shape, mapSpan),
    ...(envelope.holder ? { holder: mapSpan(envelope.holder) } : {}),
  };
}

function mapShape(shape: Shape, mapSpan: (span: Span) => Span): Shape {
  const mapped = new Map<Member | JsonValue, Member | JsonValue>();
  const root = mapObject(shape.root, mapSpan, mapped);
  const find = <T extends Member | JsonValue>(original: T): T => (mapped.get(original) as T | undefined) ?? original;
  return {
    ...shape,
    root,
    response: find(shape.response),
    error: shape.error && find(shape.error),
    wrapper: shape.wrapper && find(shape.wrapper),
  };
}

function mapText(text: Text | undefined, mapSpan: (span: Span) => Span): Text | undefined {
  return text && { ...text, span: mapSpan(text.span) };
}

/** Recursion is at most three deep: root, `Response`, `Error`. */
function mapObject(
  object: JsonObject,
  mapSpan: (span: Span) => Span,
  mapped: Map<Member | JsonValue, Member | JsonValue>,
): JsonObject {
  const members = object.members.map((member) => {
    const value = isObject(member.value)
      ? mapObject(member.value, mapSpan, mapped)
      : { ...member.value, span: mapSpan(member.value.span) };
    const moved = { ...member, name: mapSpan(member.name), value };
    mapped.set(member, moved);
    return moved;
  });
  const moved: JsonObject = { ...object, span: mapSpan(object.span), members };
  mapped.set(object, moved);
  return moved;
}
