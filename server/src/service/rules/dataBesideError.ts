import { memberOf } from '../envelope/spelling';
import type { EnvelopeRule } from './rule';

export const dataBesideError: EnvelopeRule = {
  meta: {
    id: 'data-beside-error',
    severity: 'off',
    description: 'There is data next to `Error`.',
    about: 'code',
  },
  *check({ status, shape }, { l10n }) {
    if (status !== 'failure') {
      return;
    }
    const fixed = [shape.error, memberOf(shape.response, 'RequestId')];
    for (const member of shape.response.members) {
      const { key, name } = member;
      if (key !== 'Error' && key !== 'RequestId' && key !== 'DeprecatedWarning' && !fixed.includes(member)) {
        yield { span: name, message: l10n.t('Data next to `Error`: SDKs throw on a failure, so nobody sees it.') };
      }
    }
  },
};
