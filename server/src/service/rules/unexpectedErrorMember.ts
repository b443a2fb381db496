import { errorObject, memberNamedAt, misplacedRequestIdOf } from '../envelope/members';
import { memberOf } from '../envelope/spelling';
import { inTitle } from '../fixes/fix';
import { removeMember } from '../fixes/memberEdits';
import type { EnvelopeRule } from './rule';

export const unexpectedErrorMember: EnvelopeRule = {
  meta: {
    id: 'unexpected-error-member',
    severity: 'information',
    description: '`Error` has a member other than `Code` and `Message`.',
    about: 'form',
    fix: 'unsafe',
  },
  *check(envelope, { l10n }) {
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
  *fix(envelope, span, { text, l10n }) {
    const site = memberNamedAt(envelope, span);
    if (site) {
      const edits = removeMember(text, site);
      yield { title: l10n.t('Remove "{0}"', inTitle(site.member.key)), edits, safe: false };
    }
  },
};
