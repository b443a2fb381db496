import type { EnvelopeRule } from './rule';
import { errorObject, isBlank } from './tokens';

export const emptyError: EnvelopeRule = {
  id: 'empty-error',
  severity: 'information',
  *check(envelope) {
    const error = errorObject(envelope);
    const { code, message } = envelope;
    if (error && code && message && isBlank(code.value) && isBlank(message.value)) {
      yield {
        span: error.member.name,
        message: '`Error` has neither code nor message: it says nothing, and SDKs differ on whether it is a failure.',
      };
    }
  },
};
