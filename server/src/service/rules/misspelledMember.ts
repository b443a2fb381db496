import { replace } from '../fixes/memberEdits';
import type { FixedName, JsonObject, Member } from '../envelope/envelope';
import { misspelledMember as misspelled } from '../envelope/spelling';
import type { EnvelopeRule, Report } from './rule';
import { errorObject, memberNamedAt } from '../envelope/members';
import * as l10n from '../base/localizer';

export const misspelledMember: EnvelopeRule = {
  id: 'misspelled-member',
  severity: 'warning',
  *check(envelope) {
    const { shape } = envelope;
    if (shape.wrapper && shape.wrapper.key !== 'Response') {
      yield report(shape.wrapper, 'Response');
    }
    yield* inside(shape.response, ['Error', 'RequestId']);
    const error = errorObject(envelope);
    if (error) {
      yield* inside(error.object, ['Code', 'Message']);
    }
  },
  *fix(envelope, span) {
    const name = memberNamedAt(envelope, span)?.member.fixed;
    if (name) {
      yield { title: l10n.t('Rename to "{0}"', name), edits: [replace(span, JSON.stringify(name))], safe: true };
    }
  },
};

function* inside(object: JsonObject, names: readonly FixedName[]): Iterable<Report> {
  for (const name of names) {
    const member = misspelled(object, name);
    if (member) {
      yield report(member, name);
    }
  }
}

function report(member: Member, name: FixedName): Report {
  return {
    span: member.name,
    message: l10n.t('This member is spelled `{0}`: names are compared letter by letter.', name),
  };
}
