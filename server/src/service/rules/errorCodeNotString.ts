import { replace } from '../fixes/memberEdits';
import { unknownCode } from './missingErrorCode';
import { quote } from '../fixes/quote';
import { exactMember } from '../envelope/spelling';
import type { EnvelopeRule } from './rule';
import { aKind, errorObject, tokenOf } from '../envelope/members';
import * as l10n from '../base/localizer';

export const errorCodeNotString: EnvelopeRule = {
  id: 'error-code-not-string',
  severity: 'error',
  about: 'error',
  *check(envelope) {
    const error = errorObject(envelope);
    const value = error && exactMember(error.object, 'Code')?.value;
    if (value && value.kind !== 'string' && value.kind !== 'invalid') {
      yield { span: tokenOf(value), message: l10n.t('`{0}` must be a string, not {1}.', 'Code', aKind(value)) };
    }
  },
  *fix(envelope, _span, { text }) {
    const error = errorObject(envelope);
    const value = error && exactMember(error.object, 'Code')?.value;
    if (value?.kind === 'null') {
      yield {
        title: l10n.t('Replace with "{0}"', unknownCode),
        edits: [replace(value.span, JSON.stringify(unknownCode))],
        safe: false,
      };
    } else if (value) {
      yield quote(text, value);
    }
  },
};
