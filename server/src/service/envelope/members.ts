import type { Span } from '../base/span';
import { isObject, type FixedName, type JsonEnvelope, type JsonObject, type JsonValue, type Member } from './envelope';
import { memberOf } from './spelling';

/** A member, and the object that contains it. */
export interface MemberSite {
  readonly parent: JsonObject;
  readonly member: Member;
}

/** The span to mark for a value: a whole scalar, or the opening bracket of an object or array. */
export function tokenOf(value: JsonValue): Span {
  return value.kind === 'object' || value.kind === 'array' ? { ...value.span, length: 1 } : value.span;
}

/** The site of the member that contains the response; undefined if the envelope is unwrapped. */
export function siteOfResponse({ shape }: JsonEnvelope): MemberSite | undefined {
  return shape.wrapper && { parent: shape.root, member: shape.wrapper };
}

/** The member `Error` and its value, if that is an object. */
export function errorObject({ shape }: JsonEnvelope): { member: Member; object: JsonObject } | undefined {
  const member = shape.error;
  return member && isObject(member.value) ? { member, object: member.value } : undefined;
}

/** The member `Error`, in any spelling; undefined if there are several, since removing one would activate another. */
export function onlyError({ shape }: JsonEnvelope): Member | undefined {
  return shape.response.members.filter(({ fixed }) => fixed === 'Error').length === 1 ? shape.error : undefined;
}

/** The RequestId beside `Response` or inside `Error`, if `Response` itself has none. */
export function misplacedRequestIdOf(envelope: JsonEnvelope): Member | undefined {
  const { root, response } = envelope.shape;
  if (memberOf(response, 'RequestId')) {
    return undefined;
  }
  const error = errorObject(envelope);
  return memberOf(root, 'RequestId') ?? (error && memberOf(error.object, 'RequestId'));
}

/** The member whose name starts at the start of a span. */
export function memberNamedAt(envelope: JsonEnvelope, { offset }: Span): MemberSite | undefined {
  const { root, response } = envelope.shape;
  const error = errorObject(envelope);
  for (const parent of [root, response, ...(error ? [error.object] : [])]) {
    const member = parent.members[memberIndexAt(parent, offset)];
    if (member?.name.offset === offset) {
      return { parent, member };
    }
  }
  return undefined;
}

/** The index of the first member whose name starts at or after an offset. */
export function memberIndexAt({ members }: JsonObject, offset: number): number {
  let low = 0;
  let high = members.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((members[middle]?.name.offset ?? 0) < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/**
 * Whether a response has exactly the form of the contract, as nearly all do: correctly spelled, each fixed member once,
 * in its place and a text.
 */
export function isWellFormed({ shape }: JsonEnvelope): boolean {
  return (
    shape.wrapper?.key === 'Response' &&
    shape.root.members.length === 1 &&
    isFilledIn(onlyMember(shape.response, 'RequestId')) &&
    (!shape.error || isWellFormedError(onlyMember(shape.response, 'Error')))
  );
}

function isWellFormedError(error: Member | undefined): boolean {
  const object = error && isObject(error.value) ? error.value : undefined;
  return (
    object?.members.length === 2 && isFilledIn(onlyMember(object, 'Code')) && isFilledIn(onlyMember(object, 'Message'))
  );
}

/** The member with the name of a fixed one, if no other is named like it. */
function onlyMember({ members }: JsonObject, name: FixedName): Member | undefined {
  let found: Member | undefined;
  for (const member of members) {
    if (member.fixed === name) {
      if (found || member.key !== name) {
        return undefined;
      }
      found = member;
    }
  }
  return found;
}

function isFilledIn(member: Member | undefined): boolean {
  return member?.text !== undefined && !isBlank(member.text);
}

/** Whether a text is empty or only whitespace. */
export function isBlank(text: string): boolean {
  return !/\S/.test(text);
}
