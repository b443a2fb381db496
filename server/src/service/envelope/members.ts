import type { Span } from '../base/span';
import type { Place } from '../fixes/memberEdits';
import { memberIndexAt } from '../fixes/trivia';
import { isObject, type JsonEnvelope, type JsonObject, type JsonValue, type Member } from './envelope';
import * as l10n from '../base/localizer';

/** The token to mark for a value: a scalar's own, of an object or array its opening bracket. */
export function tokenOf(value: JsonValue): Span {
  return value.kind === 'object' || value.kind === 'array' ? { ...value.span, length: 1 } : value.span;
}

/** The token to mark for what is missing from the response: the name `Response`, or the opening brace without one. */
export function responseToken({ shape }: JsonEnvelope): Span {
  return shape.wrapper?.name ?? tokenOf(shape.response);
}

/** Where the response stands; undefined where the envelope is unwrapped. */
export function placeOfResponse({ shape }: JsonEnvelope): Place | undefined {
  return shape.wrapper && { parent: shape.root, member: shape.wrapper };
}

/** The `Error` of a failure, where it is an object. */
export function errorObject({ shape }: JsonEnvelope): { member: Member; object: JsonObject } | undefined {
  const member = shape.error;
  return member && isObject(member.value) ? { member, object: member.value } : undefined;
}

/** The member `Error` where there is but one, in whatever spelling: taken out, no other comes in its place. */
export function onlyError({ shape }: JsonEnvelope): Member | undefined {
  return shape.response.members.filter(({ fixed }) => fixed === 'Error').length === 1 ? shape.error : undefined;
}

/** The member whose name is at a span, and the object it is in. */
export function memberNamedAt(envelope: JsonEnvelope, span: Span): { member: Member; object: JsonObject } | undefined {
  const { root, response } = envelope.shape;
  const error = errorObject(envelope);
  for (const object of [root, response, ...(error ? [error.object] : [])]) {
    const member = object.members[memberIndexAt(object, span.offset)];
    if (member?.name.offset === span.offset) {
      return { member, object };
    }
  }
  return undefined;
}

export function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** A kind with its article, for messages. */
export function aKind(value: JsonValue): string {
  switch (value.kind) {
    case 'null':
      return '`null`';
    case 'object':
      return l10n.t('an object');
    case 'array':
      return l10n.t('an array');
    case 'string':
      return l10n.t('a string');
    case 'number':
      return l10n.t('a number');
    case 'boolean':
      return l10n.t('a boolean');
    case 'invalid':
      return l10n.t('an invalid value');
  }
}
