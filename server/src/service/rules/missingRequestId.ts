import { addMember, type NewMember } from '../fixes/memberEdits';
import { memberOf } from '../envelope/spelling';
import { misplacedRequestIdOf } from './misplacedRequestId';
import type { EnvelopeRule } from './rule';
import { placeOfResponse, responseToken } from '../envelope/members';
import * as l10n from '../base/localizer';

export const missingRequestId: EnvelopeRule = {
  id: 'missing-request-id',
  severity: 'error',
  *check(envelope) {
    const { shape } = envelope;
    if (!shape.broken && !memberOf(shape.response, 'RequestId') && !misplacedRequestIdOf(envelope)) {
      yield {
        span: responseToken(envelope),
        message: l10n.t(
          '`RequestId` is missing from `Response`: every response has one, whether the call succeeded or not.',
        ),
      };
    }
  },
  *fix(envelope, _span, { text, newRequestId }) {
    const { response } = envelope.shape;
    const added: NewMember = ['RequestId', JSON.stringify(newRequestId())];
    yield {
      title: l10n.t('Insert a new "RequestId"'),
      edits: addMember(text, response, placeOfResponse(envelope), added),
      safe: false,
    };
  },
};
