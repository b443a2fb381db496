import { isBlank } from '../envelope/members';
import type { EnvelopeRule } from './rule';

export const emptyErrorCode: EnvelopeRule = {
  meta: {
    id: 'empty-error-code',
    severity: 'warning',
    description: '`Code` is empty but `Message` is not.',
    about: 'form',
  },
  *check({ code, message }, { l10n }) {
    if (code && isBlank(code.value) && !(message && isBlank(message.value))) {
      yield { span: code.span, message: l10n.t('`Code` is empty: the code is what identifies the failure.') };
    }
  },
};
