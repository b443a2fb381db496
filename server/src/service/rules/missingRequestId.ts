import type { Span } from '../base/span';
import type { JsonEnvelope } from '../envelope/envelope';
import { misplacedRequestIdOf, siteOfResponse, tokenOf } from '../envelope/members';
import { memberOf } from '../envelope/spelling';
import { addMember, type NewMember } from '../fixes/memberEdits';
import type { EnvelopeRule } from './rule';

export const missingRequestId: EnvelopeRule = {
  meta: {
    id: 'missing-request-id',
    severity: 'error',
    description: '`Response` has no `RequestId`.',
    about: 'form',
    fix: 'unsafe',
  },
  *check(envelope, { l10n }) {
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
  *fix(envelope, _span, { text, newRequestId, l10n }) {
    const { response } = envelope.shape;
    const added: NewMember = ['RequestId', JSON.stringify(newRequestId())];
    yield {
      title: l10n.t('Insert a new "RequestId"'),
      edits: addMember(text, response, siteOfResponse(envelope), added),
      safe: false,
    };
  },
};

/** The token to mark: the name `Response`, or the opening brace of an unwrapped response. */
function responseToken({ shape }: JsonEnvelope): Span {
  return shape.wrapper?.name ?? tokenOf(shape.response);
}
