import { memberOf } from '../sources/spelling';
import type { EnvelopeRule } from './rule';
import { errorObject } from './tokens';

export const missingErrorCode: EnvelopeRule = {
  id: 'missing-error-code',
  severity: 'error',
  *check(envelope) {
    const error = errorObject(envelope);
    if (error && !envelope.shape.broken && !memberOf(error.object, 'Code')) {
      yield {
        span: error.member.name,
        message: '`Code` is missing from `Error`: the code is what identifies the failure.',
      };
    }
  },
};
