import { errorObject, isBlank, onlyError } from '../envelope/members';
import { removeMember } from '../fixes/memberEdits';
import type { EnvelopeRule } from './rule';

export const emptyError: EnvelopeRule = {
  meta: {
    id: 'empty-error',
    severity: 'information',
    description: '`Code` and `Message` are both empty.',
    about: 'form',
    fix: 'unsafe',
  },
  *check(envelope, { l10n }) {
    const error = errorObject(envelope);
    const { code, message } = envelope;
    if (error && code && message && isBlank(code.value) && isBlank(message.value)) {
      yield {
        span: error.member.name,
        message: l10n.t(
          '`Error` has neither code nor message: it says nothing, and SDKs differ on whether it is a failure.',
        ),
      };
    }
  },
  *fix(envelope, _span, { text, l10n }) {
    const member = onlyError(envelope);
    if (member) {
      yield {
        title: l10n.t('Remove "{0}"', 'Error'),
        edits: removeMember(text, { parent: envelope.shape.response, member }),
        safe: false,
      };
    }
  },
};
