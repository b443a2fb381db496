import { describeKind } from '../envelope/describeKind';
import { tokenOf } from '../envelope/members';
import { exactMember } from '../envelope/spelling';
import { replace, unknownCode } from '../fixes/fix';
import { objectText } from '../fixes/memberEdits';
import { asText, onlyObjectIn } from '../fixes/quote';
import type { EnvelopeRule } from './rule';

export const errorNotObject: EnvelopeRule = {
  meta: {
    id: 'error-not-object',
    severity: 'error',
    description: '`Error` is a string, number, boolean or array.',
    about: 'form',
    fix: 'unsafe',
  },
  *check({ shape }, { l10n }) {
    const value = exactMember(shape.response, 'Error')?.value;
    if (value && value.kind !== 'object' && value.kind !== 'null' && value.kind !== 'invalid') {
      yield {
        span: tokenOf(value),
        message: l10n.t(
          '`Error` must be an object with `Code` and `Message`, not {0}.',
          describeKind(value.kind, l10n),
        ),
      };
    }
  },
  *fix({ shape }, _span, { text, lookUp, l10n }) {
    const member = exactMember(shape.response, 'Error');
    if (!member) {
      return;
    }
    const item = member.value.kind === 'array' ? onlyObjectIn(text, member.value) : undefined;
    const match = member.text === undefined ? undefined : lookUp(member.text);
    const code = match && match.kind !== 'none' ? match.code : unknownCode;
    const message =
      match && match.kind !== 'none' ? JSON.stringify(match.entry.description) : asText(text, member.value);
    const made = (): string =>
      objectText(text, { parent: shape.response, member }, [
        ['Code', JSON.stringify(code)],
        ['Message', message],
      ]);
    yield {
      title: l10n.t('Turn "Error" into an object'),
      edits: [replace(member.value.span, item ?? made())],
      safe: false,
    };
  },
};
