import type { Sliceable, Span } from '../base/span';
import type { Text } from '../envelope/envelope';
import { isBlank } from '../envelope/members';
import { idInMessage } from '../insights/requestId';
import type { ContentRule } from './rule';

export const requestIdMismatch: ContentRule = {
  meta: {
    id: 'request-id-mismatch',
    severity: 'warning',
    description: 'The message mentions a different RequestId.',
    about: 'code',
  },
  *checkContent({ message, requestId }, { text, l10n }) {
    const inside = message && idInMessage.exec(message.value)?.[1];
    if (message && inside && requestId && !isBlank(requestId.value) && inside !== requestId.value.trim()) {
      yield {
        span: locate(text, message, inside),
        message: l10n.t(
          'The message mentions a RequestId other than the one of the response ("{0}"): give support both.',
          requestId.value,
        ),
        related: [{ span: requestId.span, message: l10n.t('The RequestId of this response.') }],
      };
    }
  },
};

/** The id's own place in the message's token; all of the token where escapes hide it. */
function locate(text: Sliceable, message: Text, id: string): Span {
  const { offset, length } = message.span;
  const found = idInMessage.exec(text.slice(offset, offset + length));
  const [start, end] = found?.indices?.[1] ?? [0, length];
  return found?.[1] === id ? { offset: offset + start, length: end - start } : message.span;
}
