import { removeMember } from '../fixes/memberEdits';
import { memberOf } from '../envelope/spelling';
import { misplacedRequestIdOf } from './misplacedRequestId';
import type { EnvelopeRule } from './rule';
import { errorObject, memberNamedAt } from '../envelope/members';
import * as l10n from '../base/localizer';

export const unexpectedErrorMember: EnvelopeRule = {
  id: 'unexpected-error-member',
  severity: 'information',
  about: 'error',
  *check(envelope) {
    const error = errorObject(envelope);
    if (!error) {
      return;
    }
    const expected = [
      memberOf(error.object, 'Code'),
      memberOf(error.object, 'Message'),
      misplacedRequestIdOf(envelope),
    ];
    for (const member of error.object.members) {
      if (member.key !== 'Code' && member.key !== 'Message' && !expected.includes(member)) {
        yield {
          span: member.name,
          message: l10n.t('`Error` has only `Code` and `Message`; SDKs drop everything else.'),
          unnecessary: true,
        };
      }
    }
  },
  *fix(envelope, span, { text }) {
    const found = memberNamedAt(envelope, span);
    if (found) {
      const edits = removeMember(text, found.object, found.member);
      yield { title: l10n.t('Remove this member'), edits, safe: false };
    }
  },
};
