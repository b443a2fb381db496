import { removeMember } from '../fixes/memberEdits';
import type { EnvelopeRule } from './rule';
import { errorObject, isBlank, onlyError } from '../envelope/members';
import * as l10n from '../base/localizer';

export const emptyError: EnvelopeRule = {
  id: 'empty-error',
  severity: 'information',
  about: 'error',
  *check(envelope) {
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
  *fix(envelope, _span, { text }) {
    const member = onlyError(envelope);
    if (member) {
      yield {
        title: l10n.t('Remove "{0}"', 'Error'),
        edits: removeMember(text, envelope.shape.response, member),
        safe: false,
      };
    }
  },
};
