import { memberOf } from '../sources/spelling';
import { misplacedRequestIdOf } from './misplacedRequestId';
import type { EnvelopeRule } from './rule';
import { responseToken } from './tokens';

export const missingRequestId: EnvelopeRule = {
  id: 'missing-request-id',
  severity: 'error',
  *check(envelope) {
    const { shape } = envelope;
    if (!shape.broken && !memberOf(shape.response, 'RequestId') && !misplacedRequestIdOf(envelope)) {
      yield {
        span: responseToken(envelope),
        message: '`RequestId` is missing from `Response`: every response has one, whether the call succeeded or not.',
      };
    }
  },
};
