import { describeKind } from '../envelope/describeKind';
import { tokenOf } from '../envelope/members';
import { exactMember } from '../envelope/spelling';
import { quote } from '../fixes/quote';
import type { EnvelopeRule } from './rule';

export const requestIdNotString: EnvelopeRule = {
  meta: {
    id: 'request-id-not-string',
    severity: 'error',
    description: '`RequestId` is a number, boolean, object or array.',
    about: 'form',
    fix: 'safe',
  },
  *check({ shape }, { l10n }) {
    const value = exactMember(shape.response, 'RequestId')?.value;
    if (value && value.kind !== 'string' && value.kind !== 'null' && value.kind !== 'invalid') {
      yield {
        span: tokenOf(value),
        message: l10n.t('`{0}` must be a string, not {1}.', 'RequestId', describeKind(value.kind, l10n)),
      };
    }
  },
  *fix({ shape }, _span, { text, l10n }) {
    const value = exactMember(shape.response, 'RequestId')?.value;
    if (value?.kind === 'number') {
      yield quote(text, value, l10n);
    }
  },
};
