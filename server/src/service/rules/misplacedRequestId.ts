import { endOf } from '../base/span';
import { memberNamedAt, misplacedRequestIdOf, siteOfResponse } from '../envelope/members';
import { addMember, removeMember, type NewMember } from '../fixes/memberEdits';
import type { EnvelopeRule } from './rule';

export const misplacedRequestId: EnvelopeRule = {
  meta: {
    id: 'misplaced-request-id',
    severity: 'warning',
    description: '`RequestId` is next to `Response` or inside `Error`.',
    about: 'form',
    fix: 'safe',
  },
  *check(envelope, { l10n }) {
    const member = misplacedRequestIdOf(envelope);
    if (member && !envelope.shape.broken) {
      yield { span: member.name, message: l10n.t('`RequestId` must be a direct member of `Response`.') };
    }
  },
  *fix(envelope, span, { text, l10n }) {
    const site = memberNamedAt(envelope, span);
    if (site) {
      const { span: value } = site.member.value;
      const moved: NewMember = ['RequestId', text.slice(value.offset, endOf(value))];
      const { response } = envelope.shape;
      yield {
        title: l10n.t('Move "RequestId" into "Response"'),
        edits: [...removeMember(text, site), ...addMember(text, response, siteOfResponse(envelope), moved)],
        safe: true,
      };
    }
  },
};
