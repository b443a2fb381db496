import { quote } from '../fixes/quote';
import { exactMember } from '../envelope/spelling';
import type { EnvelopeRule } from './rule';
import { aKind, tokenOf } from '../envelope/members';
import * as l10n from '../base/localizer';

export const requestIdNotString: EnvelopeRule = {
  id: 'request-id-not-string',
  severity: 'error',
  *check({ shape }) {
    const value = exactMember(shape.response, 'RequestId')?.value;
    if (value && value.kind !== 'string' && value.kind !== 'null' && value.kind !== 'invalid') {
      yield { span: tokenOf(value), message: l10n.t('`{0}` must be a string, not {1}.', 'RequestId', aKind(value)) };
    }
  },
  *fix({ shape }, _span, { text }) {
    const value = exactMember(shape.response, 'RequestId')?.value;
    if (value?.kind === 'number') {
      yield quote(text, value);
    }
  },
};
