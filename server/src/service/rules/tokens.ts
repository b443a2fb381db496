import { isObject, type JsonEnvelope, type JsonObject, type JsonValue, type Member, type Span } from '../envelope';

/** The token to mark for a value: a scalar's own, of an object or array its opening bracket. */
export function tokenOf(value: JsonValue): Span {
  return value.kind === 'object' || value.kind === 'array' ? { ...value.span, length: 1 } : value.span;
}

/** The token to mark for what is missing from the response: the name `Response`, or the opening brace without one. */
export function responseToken({ shape }: JsonEnvelope): Span {
  return shape.wrapper?.name ?? tokenOf(shape.response);
}

/** The `Error` of a failure, where it is an object. */
export function errorObject({ shape }: JsonEnvelope): { member: Member; object: JsonObject } | undefined {
  const member = shape.error;
  return member && isObject(member.value) ? { member, object: member.value } : undefined;
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
    case 'array':
      return `an ${value.kind}`;
    default:
      return `a ${value.kind}`;
  }
}
