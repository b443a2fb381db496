import { objectText, replace } from '../fixes/memberEdits';
import { unknownCode } from './missingErrorCode';
import { asText, onlyObjectIn } from '../fixes/quote';
import { exactMember } from '../envelope/spelling';
import type { EnvelopeRule } from './rule';
import { aKind, tokenOf } from '../envelope/members';
import * as l10n from '../base/localizer';

export const errorNotObject: EnvelopeRule = {
  id: 'error-not-object',
  severity: 'error',
  about: 'error',
  *check({ shape }) {
    const value = exactMember(shape.response, 'Error')?.value;
    if (value && value.kind !== 'object' && value.kind !== 'null' && value.kind !== 'invalid') {
      yield {
        span: tokenOf(value),
        message: l10n.t('`Error` must be an object with `Code` and `Message`, not {0}.', aKind(value)),
      };
    }
  },
  *fix({ shape }, _span, { text, lookUp }) {
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
