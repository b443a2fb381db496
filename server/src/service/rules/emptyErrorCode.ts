import type { EnvelopeRule } from './rule';
import { isBlank } from '../envelope/members';
import * as l10n from '../base/localizer';

export const emptyErrorCode: EnvelopeRule = {
  id: 'empty-error-code',
  severity: 'warning',
  about: 'error',
  *check({ code, message }) {
    if (code && isBlank(code.value) && !(message && isBlank(message.value))) {
      yield { span: code.span, message: l10n.t('`Code` is empty: the code is what identifies the failure.') };
    }
  },
};
