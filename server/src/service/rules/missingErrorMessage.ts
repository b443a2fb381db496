import { memberOf } from '../sources/spelling';
import type { EnvelopeRule } from './rule';
import { errorObject } from './tokens';

export const missingErrorMessage: EnvelopeRule = {
  id: 'missing-error-message',
  severity: 'error',
  *check(envelope) {
    const error = errorObject(envelope);
    if (error && !envelope.shape.broken && !memberOf(error.object, 'Message')) {
      yield {
        span: error.member.name,
        message: '`Message` is missing from `Error`: it says what went wrong in this very call.',
      };
    }
  },
};
