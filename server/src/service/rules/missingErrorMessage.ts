import { errorObject } from '../envelope/members';
import { memberOf } from '../envelope/spelling';
import { addMember } from '../fixes/memberEdits';
import type { EnvelopeRule } from './rule';

/** What stands for a message that only the user can say, where the catalog has none. */
const unknownMessage = 'The call has failed.';

export const missingErrorMessage: EnvelopeRule = {
  meta: {
    id: 'missing-error-message',
    severity: 'error',
    description: '`Error` has no `Message`.',
    about: 'form',
    fix: 'unsafe',
  },
  *check(envelope, { l10n }) {
    const error = errorObject(envelope);
    if (error && !envelope.shape.broken && !memberOf(error.object, 'Message')) {
      yield {
        span: error.member.name,
        message: l10n.t('`Message` is missing from `Error`: it says what went wrong in this call.'),
      };
    }
  },
  *fix(envelope, _span, { text, match, l10n }) {
    const error = errorObject(envelope);
    if (error) {
      const site = { parent: envelope.shape.response, member: error.member };
      const message = match && match.kind !== 'none' ? match.entry.description : unknownMessage;
      yield {
        title: l10n.t('Insert a "Message"'),
        edits: addMember(text, error.object, site, ['Message', JSON.stringify(message)]),
        safe: false,
      };
    }
  },
};
