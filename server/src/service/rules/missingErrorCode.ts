import { addMember } from '../fixes/memberEdits';
import { memberOf } from '../envelope/spelling';
import type { EnvelopeRule } from './rule';
import { errorObject } from '../envelope/members';
import * as l10n from '../base/localizer';

/** What stands for a code that the user has to say: it promises least. */
export const unknownCode = 'InternalError';

export const missingErrorCode: EnvelopeRule = {
  id: 'missing-error-code',
  severity: 'error',
  about: 'error',
  *check(envelope) {
    const error = errorObject(envelope);
    if (error && !envelope.shape.broken && !memberOf(error.object, 'Code')) {
      yield {
        span: error.member.name,
        message: l10n.t('`Code` is missing from `Error`: the code is what identifies the failure.'),
      };
    }
  },
  *fix(envelope, _span, { text }) {
    const error = errorObject(envelope);
    if (error) {
      const place = { parent: envelope.shape.response, member: error.member };
      yield {
        title: l10n.t('Insert "{0}": "{1}"', 'Code', unknownCode),
        edits: addMember(text, error.object, place, ['Code', JSON.stringify(unknownCode)]),
        safe: false,
      };
    }
  },
};
