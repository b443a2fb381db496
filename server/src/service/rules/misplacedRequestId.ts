import type { JsonEnvelope, Member } from '../envelope';
import { memberOf } from '../sources/spelling';
import type { EnvelopeRule } from './rule';
import { errorObject } from './tokens';

export const misplacedRequestId: EnvelopeRule = {
  id: 'misplaced-request-id',
  severity: 'warning',
  *check(envelope) {
    const member = misplacedRequestIdOf(envelope);
    if (member && !envelope.shape.broken) {
      yield { span: member.name, message: '`RequestId` belongs directly into `Response`.' };
    }
  },
};

/** The RequestId that stands beside `Response` or inside `Error`, where `Response` itself has none. */
export function misplacedRequestIdOf(envelope: JsonEnvelope): Member | undefined {
  const { root, response } = envelope.shape;
  if (memberOf(response, 'RequestId')) {
    return undefined;
  }
  const error = errorObject(envelope);
  return memberOf(root, 'RequestId') ?? (error && memberOf(error.object, 'RequestId'));
}
