import {
  isObject,
  type Envelope,
  type JsonObject,
  type Member,
  type Shape,
  type SourceKind,
  type Text,
} from './envelope';
import { exactMember, memberOf } from './spelling';

/** Tells Tencent Cloud's `Response` from other vendors': it has a RequestId, or an `Error` with `Code` or `Message`. */
export function isRecognisable(response: JsonObject): boolean {
  if (memberOf(response, 'RequestId')) {
    return true;
  }
  const error = exactMember(response, 'Error')?.value;
  return error !== undefined && isObject(error) && !!(exactMember(error, 'Code') ?? exactMember(error, 'Message'));
}

/**
 * Whether an object is a failure without its `Response`. Other vendors' documents look like parts of one, so it needs
 * all of it: a RequestId, and an `Error` with `Code`, `Message` and nothing else.
 */
export function isUnwrappedFailure(root: JsonObject): boolean {
  const error = exactMember(root, 'Error')?.value;
  return (
    error !== undefined &&
    isObject(error) &&
    error.members.length === 2 &&
    exactMember(error, 'Code') !== undefined &&
    exactMember(error, 'Message') !== undefined &&
    exactMember(root, 'RequestId') !== undefined
  );
}

/** The source and the objects of an envelope. Without a wrapper, root and response are the same object. */
export interface EnvelopeParts extends Omit<Shape, 'error'> {
  readonly source: SourceKind;
}

/** Creates an envelope from its objects. */
export function createEnvelope({ source, root, wrapper, response, broken }: EnvelopeParts): Envelope {
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
