import {
  isObject,
  touches,
  type Break,
  type DocumentFault,
  type Envelope,
  type JsonObject,
  type JsonValue,
  type Member,
  type ResponseDocument,
  type Shape,
  type Span,
  type Text,
} from '../envelope';
import type { Part } from './reader';

/** The parts of a document as one, in the order of the text; offsets count from `base` before its beginning. */
export function flatten(parts: readonly Part[], base = 0): ResponseDocument {
  const envelopes: Envelope[] = [];
  const breaks: Break[] = [];
  const faults: DocumentFault[] = [];
  for (const part of parts) {
    const delta = base + part.base;
    for (const envelope of part.responses.envelopes) {
      envelopes.push(shiftEnvelope(envelope, delta));
    }
    for (const each of part.responses.breaks) {
      breaks.push({ ...each, span: shiftSpan(each.span, delta) });
    }
    for (const fault of part.responses.faults) {
      faults.push({ ...fault, span: shiftSpan(fault.span, delta) });
    }
  }
  envelopes.sort((one, other) => one.span.offset - other.span.offset);
  return { envelopes, breaks, faults };
}

/** The envelope at an offset of the document, seen from its beginning; of those that hold each other the innermost. */
export function envelopeAt(parts: readonly Part[], offset: number): Envelope | undefined {
  let found: Envelope | undefined;
  for (const { base, responses } of parts) {
    for (const envelope of responses.envelopes) {
      const start = base + envelope.span.offset;
      if (touches(envelope.span, offset - base) && start >= (found?.span.offset ?? 0)) {
        found = shiftEnvelope(envelope, base);
      }
    }
  }
  return found;
}

export function shiftSpan(span: Span, delta: number): Span {
  return { offset: span.offset + delta, length: span.length };
}

/** The same envelope, seen from elsewhere. */
export function shiftEnvelope(envelope: Envelope, delta: number): Envelope {
  if (delta === 0) {
    return envelope;
  }
  return {
    ...envelope,
    span: shiftSpan(envelope.span, delta),
    code: shiftText(envelope.code, delta),
    message: shiftText(envelope.message, delta),
    requestId: shiftText(envelope.requestId, delta),
    shape: envelope.shape && shiftShape(envelope.shape, delta),
  };
}

function shiftShape(shape: Shape, delta: number): Shape {
  const shifted = new Map<Member | JsonValue, Member | JsonValue>();
  const root = shiftObject(shape.root, delta, shifted);
  const find = <T extends Member | JsonValue>(original: T): T => (shifted.get(original) as T | undefined) ?? original;
  return {
    ...shape,
    root,
    response: find(shape.response),
    error: shape.error && find(shape.error),
    wrapper: shape.wrapper && find(shape.wrapper),
  };
}

function shiftText(text: Text | undefined, delta: number): Text | undefined {
  return text && { ...text, span: shiftSpan(text.span, delta) };
}

/** Objects of an envelope are three deep at the most: root, `Response`, `Error`. */
function shiftObject(
  object: JsonObject,
  delta: number,
  shifted: Map<Member | JsonValue, Member | JsonValue>,
): JsonObject {
  const members = object.members.map((member) => {
    const value = isObject(member.value)
      ? shiftObject(member.value, delta, shifted)
      : { ...member.value, span: shiftSpan(member.value.span, delta) };
    const moved = { ...member, name: shiftSpan(member.name, delta), value };
    shifted.set(member, moved);
    return moved;
  });
  const moved: JsonObject = { ...object, span: shiftSpan(object.span, delta), members };
  shifted.set(object, moved);
  return moved;
}
