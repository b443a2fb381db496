import type { Localizer } from '../base/localizer';
import type { FixedName, JsonObject } from '../envelope/envelope';
import { errorObject, memberNamedAt } from '../envelope/members';
import { exactMember } from '../envelope/spelling';
import { removeMember } from '../fixes/memberEdits';
import type { EnvelopeRule, Report } from './rule';

export const duplicateMember: EnvelopeRule = {
  meta: {
    id: 'duplicate-member',
    severity: 'warning',
    description: '`Response`, `Error`, `Code`, `Message` or `RequestId` occurs twice in one object.',
    about: 'form',
    fix: 'safe',
  },
  *check(envelope, { l10n }) {
    const { shape } = envelope;
    if (shape.wrapper) {
      yield* inside(shape.root, ['Response'], l10n);
    }
    yield* inside(shape.response, ['Error', 'RequestId'], l10n);
    const error = errorObject(envelope);
    if (error) {
      yield* inside(error.object, ['Code', 'Message'], l10n);
    }
  },
  *fix(envelope, span, { text, l10n }) {
    const site = memberNamedAt(envelope, span);
    if (site) {
      const title = l10n.t('Remove the "{0}" that JSON.parse drops', site.member.key);
      yield { title, edits: removeMember(text, site), safe: true };
    }
  },
};

function* inside(object: JsonObject, names: readonly FixedName[], l10n: Localizer): Iterable<Report> {
  for (const name of names) {
    const last = exactMember(object, name);
    for (const member of object.members) {
      if (last && member.key === name && member !== last) {
        yield {
          span: member.name,
          message: l10n.t(
            '`{0}` occurs twice in this object: parsers disagree about which one counts; `JSON.parse` drops this one.',
            name,
          ),
          related: [{ span: last.name, message: l10n.t('This one counts.') }],
          unnecessary: true,
        };
      }
    }
  }
}
