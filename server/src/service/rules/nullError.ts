import { removeMember } from '../fixes/memberEdits';
import { exactMember } from '../envelope/spelling';
import type { EnvelopeRule } from './rule';
import { onlyError } from '../envelope/members';
import * as l10n from '../base/localizer';

export const nullError: EnvelopeRule = {
  id: 'null-error',
  severity: 'information',
  about: 'error',
  *check({ shape }) {
    const member = exactMember(shape.response, 'Error');
    if (member?.value.kind === 'null') {
      yield {
        span: member.value.span,
        message: l10n.t('`Error` is `null`: the presence of `Error` means failure, so a success leaves it out.'),
        unnecessary: true,
      };
    }
  },
  *fix(envelope, _span, { text }) {
    const member = onlyError(envelope);
    if (member) {
      yield {
        title: l10n.t('Remove "{0}"', 'Error'),
        edits: removeMember(text, envelope.shape.response, member),
        safe: true,
      };
    }
  },
};
