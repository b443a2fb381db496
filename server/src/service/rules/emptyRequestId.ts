import { isBlank } from '../envelope/members';
import { exactMember } from '../envelope/spelling';
import type { EnvelopeRule } from './rule';

export const emptyRequestId: EnvelopeRule = {
  meta: {
    id: 'empty-request-id',
    severity: 'warning',
    description: '`RequestId` is empty, blank or `null`.',
    about: 'form',
  },
  *check({ shape }, { l10n }) {
    const member = exactMember(shape.response, 'RequestId');
    if (member && (member.value.kind === 'null' || (member.text !== undefined && isBlank(member.text)))) {
      yield {
        span: member.value.span,
        message: l10n.t('`RequestId` is empty: support cannot find the call without it.'),
      };
    }
  },
};
