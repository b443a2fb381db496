import { shorten, sentence, type InsightReader } from './insight';

/** The RequestId at the end of a message; `[[request id:…]…]` occurs as well. */
export const idInMessage = /\[request ?id: {0,3}([^\]\s]{1,100})/di;

/** Reads a RequestId in the message that differs from that of the response. */
export const requestId: InsightReader = (failure, l10n) => {
  const inside = idInMessage.exec(failure.message)?.[1];
  if (inside === undefined || inside === failure.requestId) {
    return undefined;
  }
  const isOnlyOne = failure.requestId === '';
  return {
    id: 'request-id',
    sentences: [
      isOnlyOne
        ? sentence(l10n.t('The response has no RequestId, but its message has one: {0}. Give it to support.'), inside)
        : sentence(l10n.t('The message mentions a different RequestId, {0}. Give support both.'), inside),
    ],
    short: isOnlyOne
      ? l10n.t('RequestId in the message: {0}', shorten(inside))
      : l10n.t('another RequestId in the message: {0}', shorten(inside)),
  };
};
