import { exactMember } from '../envelope/spelling';
import type { EnvelopeRule } from './rule';
import { isBlank } from '../envelope/members';
import * as l10n from '../base/localizer';

export const emptyRequestId: EnvelopeRule = {
  id: 'empty-request-id',
  severity: 'warning',
  *check({ shape }) {
    const member = exactMember(shape.response, 'RequestId');
    if (member && (member.value.kind === 'null' || (member.text !== undefined && isBlank(member.text)))) {
      yield {
        span: member.value.span,
        message: l10n.t('`RequestId` is empty: support cannot find the call without it.'),
      };
    }
  },
};
