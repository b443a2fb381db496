import { shiftSpan } from '../base/span';
import { touches, type Span } from '../base/span';
import {
  isObject,
  type Break,
  type MissingResponse,
  type Envelope,
  type JsonObject,
  type JsonValue,
  type Member,
  type ParsedText,
  type Shape,
  type Text,
} from './envelope';
import type { Part } from '../document/reader';

/** The parts of a document as one, in the order of the text; offsets count from `base` before its beginning. */
export function flatten(parts: readonly Part[], base = 0): ParsedText {
  const envelopes: Envelope[] = [];
  const breaks: Break[] = [];
  const missingResponses: MissingResponse[] = [];
  for (const part of parts) {
    const delta = base + part.base;
    for (const envelope of part.responses.envelopes) {
      envelopes.push(shiftEnvelope(envelope, delta));
    }
    for (const each of part.responses.breaks) {
      breaks.push({ ...each, span: shiftSpan(each.span, delta) });
    }
    for (const fault of part.responses.missingResponses) {
      missingResponses.push({ ...fault, span: shiftSpan(fault.span, delta) });
    }
  }
  envelopes.sort((one, other) => one.span.offset - other.span.offset);
  return { envelopes, breaks, missingResponses };
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

/** The same envelope, seen from elsewhere. */
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
