import { describeKind } from '../envelope/describeKind';
import { errorObject, tokenOf } from '../envelope/members';
import { exactMember } from '../envelope/spelling';
import { replace, unknownCode } from '../fixes/fix';
import { quote } from '../fixes/quote';
import type { EnvelopeRule } from './rule';

export const errorCodeNotString: EnvelopeRule = {
  meta: {
    id: 'error-code-not-string',
    severity: 'error',
    description: '`Code` is not a string.',
    about: 'form',
    fix: 'sometimes-safe',
  },
  *check(envelope, { l10n }) {
    const error = errorObject(envelope);
    const value = error && exactMember(error.object, 'Code')?.value;
    if (value && value.kind !== 'string' && value.kind !== 'invalid') {
      yield {
        span: tokenOf(value),
        message: l10n.t('`{0}` must be a string, not {1}.', 'Code', describeKind(value.kind, l10n)),
      };
    }
  },
  *fix(envelope, _span, { text, l10n }) {
    const error = errorObject(envelope);
    const value = error && exactMember(error.object, 'Code')?.value;
    if (value?.kind === 'null') {
      yield {
        title: l10n.t('Replace null with "{0}"', unknownCode),
        edits: [replace(value.span, JSON.stringify(unknownCode))],
        safe: false,
      };
    } else if (value) {
      yield quote(text, value, l10n);
    }
  },
};
