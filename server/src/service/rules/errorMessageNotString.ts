import { describeKind } from '../envelope/describeKind';
import { errorObject, tokenOf } from '../envelope/members';
import { exactMember } from '../envelope/spelling';
import { replace } from '../fixes/fix';
import { quote } from '../fixes/quote';
import type { EnvelopeRule } from './rule';

export const errorMessageNotString: EnvelopeRule = {
  meta: {
    id: 'error-message-not-string',
    severity: 'error',
    description: '`Message` is not a string.',
    about: 'form',
    fix: 'sometimes-safe',
  },
  *check(envelope, { l10n }) {
    const error = errorObject(envelope);
    const value = error && exactMember(error.object, 'Message')?.value;
    if (value && value.kind !== 'string' && value.kind !== 'invalid') {
      yield {
        span: tokenOf(value),
        message: l10n.t('`{0}` must be a string, not {1}.', 'Message', describeKind(value.kind, l10n)),
      };
    }
  },
  *fix(envelope, _span, { text, l10n }) {
    const error = errorObject(envelope);
    const value = error && exactMember(error.object, 'Message')?.value;
    if (value?.kind === 'null') {
      yield { title: l10n.t('Replace null with "{0}"', ''), edits: [replace(value.span, '""')], safe: true };
    } else if (value) {
      yield quote(text, value, l10n);
    }
  },
};
