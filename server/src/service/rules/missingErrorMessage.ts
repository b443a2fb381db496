import { addMember } from '../fixes/memberEdits';
import { memberOf } from '../envelope/spelling';
import type { EnvelopeRule } from './rule';
import { errorObject } from '../envelope/members';
import * as l10n from '../base/localizer';

/** What stands for a message that only the user can say, where the catalog has none. */
const unknownMessage = 'The call has failed.';

export const missingErrorMessage: EnvelopeRule = {
  id: 'missing-error-message',
  severity: 'error',
  about: 'error',
  *check(envelope) {
    const error = errorObject(envelope);
    if (error && !envelope.shape.broken && !memberOf(error.object, 'Message')) {
      yield {
        span: error.member.name,
        message: l10n.t('`Message` is missing from `Error`: it says what went wrong in this very call.'),
      };
    }
  },
  *fix(envelope, _span, { text, match }) {
    const error = errorObject(envelope);
    if (error) {
      const place = { parent: envelope.shape.response, member: error.member };
      const message = match && match.kind !== 'none' ? match.entry.description : unknownMessage;
      yield {
        title: l10n.t('Insert a "Message"'),
        edits: addMember(text, error.object, place, ['Message', JSON.stringify(message)]),
        safe: false,
      };
    }
  },
};
