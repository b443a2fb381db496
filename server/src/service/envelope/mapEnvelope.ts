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

/** The same envelope in a text that begins `-delta` units later: all its places are moved by `delta`. */
export function shiftEnvelope(envelope: Envelope, delta: number): Envelope {
  return delta === 0 ? envelope : mapEnvelope(envelope, (span) => shiftSpan(span, delta));
}

/** The same envelope with all its places mapped to others. */
export function mapEnvelope(envelope: Envelope, place: (span: Span) => Span): Envelope {
  return {
    ...envelope,
    span: place(envelope.span),
    code: mapText(envelope.code, place),
    message: mapText(envelope.message, place),
    requestId: mapText(envelope.requestId, place),
    shape: envelope.shape && mapShape(envelope.shape, place),
    ...(envelope.holder ? { holder: place(envelope.holder) } : {}),
  };
}

function mapShape(shape: Shape, place: (span: Span) => Span): Shape {
  const mapped = new Map<Member | JsonValue, Member | JsonValue>();
  const root = mapObject(shape.root, place, mapped);
  const find = <T extends Member | JsonValue>(original: T): T => (mapped.get(original) as T | undefined) ?? original;
  return {
    ...shape,
    root,
    response: find(shape.response),
    error: shape.error && find(shape.error),
    wrapper: shape.wrapper && find(shape.wrapper),
  };
}

function mapText(text: Text | undefined, place: (span: Span) => Span): Text | undefined {
  return text && { ...text, span: place(text.span) };
}

/** Objects of an envelope are three deep at the most: root, `Response`, `Error`. */
function mapObject(
  object: JsonObject,
  place: (span: Span) => Span,
  mapped: Map<Member | JsonValue, Member | JsonValue>,
): JsonObject {
  const members = object.members.map((member) => {
    const value = isObject(member.value)
      ? mapObject(member.value, place, mapped)
      : { ...member.value, span: place(member.value.span) };
    const moved = { ...member, name: place(member.name), value };
    mapped.set(member, moved);
    return moved;
  });
  const moved: JsonObject = { ...object, span: place(object.span), members };
  mapped.set(object, moved);
  return moved;
}
