import { removeMember } from '../fixes/memberEdits';
import type { FixedName, JsonObject } from '../envelope/envelope';
import { exactMember } from '../envelope/spelling';
import type { EnvelopeRule, Report } from './rule';
import { errorObject, memberNamedAt } from '../envelope/members';
import * as l10n from '../base/localizer';

export const duplicateMember: EnvelopeRule = {
  id: 'duplicate-member',
  severity: 'warning',
  *check(envelope) {
    const { shape } = envelope;
    if (shape.wrapper) {
      yield* inside(shape.root, ['Response']);
    }
    yield* inside(shape.response, ['Error', 'RequestId']);
    const error = errorObject(envelope);
    if (error) {
      yield* inside(error.object, ['Code', 'Message']);
    }
  },
  *fix(envelope, span, { text }) {
    const found = memberNamedAt(envelope, span);
    if (found) {
      const edits = removeMember(text, found.object, found.member);
      yield { title: l10n.t('Remove the member that JSON.parse drops'), edits, safe: true };
    }
  },
};

function* inside(object: JsonObject, names: readonly FixedName[]): Iterable<Report> {
  for (const name of names) {
    const last = exactMember(object, name);
    for (const member of object.members) {
      if (last && member.key === name && member !== last) {
        yield {
          span: member.name,
          message: l10n.t(
            '`{0}` occurs twice in this object: readers differ on which one counts; `JSON.parse` drops this one.',
            name,
          ),
          related: [{ span: last.name, message: l10n.t('This one counts.') }],
          unnecessary: true,
        };
      }
    }
  }
}
