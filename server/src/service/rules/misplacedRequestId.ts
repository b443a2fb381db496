import { endOf } from '../base/span';
import { addMember, removeMember, type NewMember } from '../fixes/memberEdits';
import { type JsonEnvelope, type Member } from '../envelope/envelope';
import { memberOf } from '../envelope/spelling';
import type { EnvelopeRule } from './rule';
import { errorObject, memberNamedAt, placeOfResponse } from '../envelope/members';
import * as l10n from '../base/localizer';

export const misplacedRequestId: EnvelopeRule = {
  id: 'misplaced-request-id',
  severity: 'warning',
  *check(envelope) {
    const member = misplacedRequestIdOf(envelope);
    if (member && !envelope.shape.broken) {
      yield { span: member.name, message: l10n.t('`RequestId` belongs directly into `Response`.') };
    }
  },
  *fix(envelope, span, { text }) {
    const found = memberNamedAt(envelope, span);
    if (found) {
      const { member, object } = found;
      const { offset } = member.value.span;
      const moved: NewMember = ['RequestId', text.slice(offset, endOf(member.value.span))];
      const { response } = envelope.shape;
      yield {
        title: l10n.t('Move "RequestId" into "Response"'),
        edits: [...removeMember(text, object, member), ...addMember(text, response, placeOfResponse(envelope), moved)],
        safe: true,
      };
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
