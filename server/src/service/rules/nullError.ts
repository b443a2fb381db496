import { onlyError } from '../envelope/members';
import { exactMember } from '../envelope/spelling';
import { removeMember } from '../fixes/memberEdits';
import type { EnvelopeRule } from './rule';

export const nullError: EnvelopeRule = {
  meta: {
    id: 'null-error',
    severity: 'information',
    description: '`Error` is `null`.',
    about: 'form',
    fix: 'safe',
  },
  *check({ shape }, { l10n }) {
    const member = exactMember(shape.response, 'Error');
    if (member?.value.kind === 'null') {
      yield {
        span: member.value.span,
        message: l10n.t('`Error` is null: the presence of `Error` means failure, so a success leaves it out.'),
        unnecessary: true,
      };
    }
  },
  *fix(envelope, _span, { text, l10n }) {
    const member = onlyError(envelope);
    if (member) {
      yield {
        title: l10n.t('Remove "{0}"', 'Error'),
        edits: removeMember(text, { parent: envelope.shape.response, member }),
        safe: true,
      };
    }
  },
};
