import type { Localizer } from '../base/localizer';
import type { FixedName, JsonObject, Member } from '../envelope/envelope';
import { errorObject, memberNamedAt } from '../envelope/members';
import { misspelledMember as misspelled } from '../envelope/spelling';
import { inTitle, replace } from '../fixes/fix';
import type { EnvelopeRule, Report } from './rule';

export const misspelledMember: EnvelopeRule = {
  meta: {
    id: 'misspelled-member',
    severity: 'warning',
    description: '`Response`, `Error`, `Code`, `Message` or `RequestId` is misspelled, such as `requestId`.',
    about: 'form',
    fix: 'safe',
  },
  *check(envelope, { l10n }) {
    const { shape } = envelope;
    if (shape.wrapper && shape.wrapper.key !== 'Response') {
      yield report(shape.wrapper, 'Response', l10n);
    }
    yield* inside(shape.response, ['Error', 'RequestId'], l10n);
    const error = errorObject(envelope);
    if (error) {
      yield* inside(error.object, ['Code', 'Message'], l10n);
    }
  },
  *fix(envelope, span, { l10n }) {
    const member = memberNamedAt(envelope, span)?.member;
    if (member?.fixed) {
      const title = l10n.t('Rename "{0}" to "{1}"', inTitle(member.key), member.fixed);
      yield { title, edits: [replace(span, JSON.stringify(member.fixed))], safe: true };
    }
  },
};

function* inside(object: JsonObject, names: readonly FixedName[], l10n: Localizer): Iterable<Report> {
  for (const name of names) {
    const member = misspelled(object, name);
    if (member) {
      yield report(member, name, l10n);
    }
  }
}

function report(member: Member, name: FixedName, l10n: Localizer): Report {
  return {
    span: member.name,
    message: l10n.t('This member must be spelled `{0}`: names have to match exactly.', name),
  };
}
