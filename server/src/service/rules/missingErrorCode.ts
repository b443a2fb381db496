import { errorObject } from '../envelope/members';
import { memberOf } from '../envelope/spelling';
import { unknownCode } from '../fixes/fix';
import { addMember } from '../fixes/memberEdits';
import type { EnvelopeRule } from './rule';

export const missingErrorCode: EnvelopeRule = {
  meta: {
    id: 'missing-error-code',
    severity: 'error',
    description: '`Error` has no `Code`.',
    about: 'form',
    fix: 'unsafe',
  },
  *check(envelope, { l10n }) {
    const error = errorObject(envelope);
    if (error && !envelope.shape.broken && !memberOf(error.object, 'Code')) {
      yield {
        span: error.member.name,
        message: l10n.t('`Code` is missing from `Error`: the code is what identifies the failure.'),
      };
    }
  },
  *fix(envelope, _span, { text, l10n }) {
    const error = errorObject(envelope);
    if (error) {
      const site = { parent: envelope.shape.response, member: error.member };
      yield {
        title: l10n.t('Insert "{0}": "{1}"', 'Code', unknownCode),
        edits: addMember(text, error.object, site, ['Code', JSON.stringify(unknownCode)]),
        safe: false,
      };
    }
  },
};
